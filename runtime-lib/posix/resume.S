// void wasmc_resume(const OsFrame *frame, void *exception, uint64_t selector):
// goes on in that frame, at a landing pad. The offsets are those of OsFrame
// (os.h).

	.section .text.wasmc_resume,"ax",@progbits
	.globl wasmc_resume
	.hidden wasmc_resume
	.type wasmc_resume, @function
wasmc_resume:
	movq %rsi, %rax
	movq 0(%rdi), %rcx
	movq 16(%rdi), %rbp
	movq 24(%rdi), %rbx
	movq 32(%rdi), %r12
	movq 40(%rdi), %r13
	movq 48(%rdi), %r14
	movq 56(%rdi), %r15
	movq 8(%rdi), %rsp
	jmpq *%rcx
	.size wasmc_resume, . - wasmc_resume

	.section .note.GNU-stack,"",@progbits
