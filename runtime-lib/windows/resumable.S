// Leaving any number of calls at once (os.h). What a function must preserve
// lies on the stack, so that a stack pointer is all there is to remember.

// uint32_t os_call_resumable(uint64_t *sp, void (*function)(void *),
//                            void *argument)
	.text
	.globl os_call_resumable
	.def os_call_resumable; .scl 2; .type 32; .endef
	.seh_proc os_call_resumable
os_call_resumable:
	pushq %rbp
	.seh_pushreg %rbp
	pushq %rbx
	.seh_pushreg %rbx
	pushq %rsi
	.seh_pushreg %rsi
	pushq %rdi
	.seh_pushreg %rdi
	pushq %r12
	.seh_pushreg %r12
	pushq %r13
	.seh_pushreg %r13
	pushq %r14
	.seh_pushreg %r14
	pushq %r15
	.seh_pushreg %r15
	// 32 bytes that the callee may use, ten vectors, alignment.
	subq $200, %rsp
	.seh_stackalloc 200
	movaps %xmm6, 32(%rsp)
	.seh_savexmm %xmm6, 32
	movaps %xmm7, 48(%rsp)
	.seh_savexmm %xmm7, 48
	movaps %xmm8, 64(%rsp)
	.seh_savexmm %xmm8, 64
	movaps %xmm9, 80(%rsp)
	.seh_savexmm %xmm9, 80
	movaps %xmm10, 96(%rsp)
	.seh_savexmm %xmm10, 96
	movaps %xmm11, 112(%rsp)
	.seh_savexmm %xmm11, 112
	movaps %xmm12, 128(%rsp)
	.seh_savexmm %xmm12, 128
	movaps %xmm13, 144(%rsp)
	.seh_savexmm %xmm13, 144
	movaps %xmm14, 160(%rsp)
	.seh_savexmm %xmm14, 160
	movaps %xmm15, 176(%rsp)
	.seh_savexmm %xmm15, 176
	.seh_endprologue
	movq %rsp, (%rcx)
	movq %r8, %rcx
	call *%rdx
	xorl %eax, %eax
.Lreturn:
	movaps 32(%rsp), %xmm6
	movaps 48(%rsp), %xmm7
	movaps 64(%rsp), %xmm8
	movaps 80(%rsp), %xmm9
	movaps 96(%rsp), %xmm10
	movaps 112(%rsp), %xmm11
	movaps 128(%rsp), %xmm12
	movaps 144(%rsp), %xmm13
	movaps 160(%rsp), %xmm14
	movaps 176(%rsp), %xmm15
	addq $200, %rsp
	popq %r15
	popq %r14
	popq %r13
	popq %r12
	popq %rdi
	popq %rsi
	popq %rbx
	popq %rbp
	ret
	.seh_endproc

// void os_resume(uint64_t sp, uint32_t result)
	.globl os_resume
	.def os_resume; .scl 2; .type 32; .endef
os_resume:
	movq %rcx, %rsp
	movl %edx, %eax
	jmp .Lreturn
