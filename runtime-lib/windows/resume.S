// void wasmc_resume(const CONTEXT *context, void *exception, uint64_t selector):
// goes on in that context, at a landing pad. The offsets are those of CONTEXT.

	.text
	.globl wasmc_resume
	.def wasmc_resume; .scl 2; .type 32; .endef
wasmc_resume:
	movq %rdx, %rax
	movq %r8, %rdx
	movaps 0x200(%rcx), %xmm6
	movaps 0x210(%rcx), %xmm7
	movaps 0x220(%rcx), %xmm8
	movaps 0x230(%rcx), %xmm9
	movaps 0x240(%rcx), %xmm10
	movaps 0x250(%rcx), %xmm11
	movaps 0x260(%rcx), %xmm12
	movaps 0x270(%rcx), %xmm13
	movaps 0x280(%rcx), %xmm14
	movaps 0x290(%rcx), %xmm15
	movq 0x90(%rcx), %rbx
	movq 0xa0(%rcx), %rbp
	movq 0xa8(%rcx), %rsi
	movq 0xb0(%rcx), %rdi
	movq 0xd8(%rcx), %r12
	movq 0xe0(%rcx), %r13
	movq 0xe8(%rcx), %r14
	movq 0xf0(%rcx), %r15
	movq 0xf8(%rcx), %r8
	movq 0x98(%rcx), %rsp
	jmpq *%r8
