// void os_capture_frame(OsFrame *frame): the frame of the caller. The offsets
// are those of OsFrame (os.h).

	.section .text.os_capture_frame,"ax",@progbits
	.globl os_capture_frame
	.hidden os_capture_frame
	.type os_capture_frame, @function
os_capture_frame:
	.cfi_startproc
	movq (%rsp), %rax
	movq %rax, 0(%rdi)
	leaq 8(%rsp), %rax
	movq %rax, 8(%rdi)
	movq %rbp, 16(%rdi)
	movq %rbx, 24(%rdi)
	movq %r12, 32(%rdi)
	movq %r13, 40(%rdi)
	movq %r14, 48(%rdi)
	movq %r15, 56(%rdi)
	movb $1, 88(%rdi)
	ret
	.cfi_endproc
	.size os_capture_frame, . - os_capture_frame

	.section .note.GNU-stack,"",@progbits
