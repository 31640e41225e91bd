// void os_capture_frame(OsFrame *frame): the frame of the caller. The offsets
// are those of OsFrame (os.h).

	.text
	.globl os_capture_frame
	.def os_capture_frame; .scl 2; .type 32; .endef
os_capture_frame:
	movq (%rsp), %rax
	movq %rax, 0(%rcx)
	leaq 8(%rsp), %rax
	movq %rax, 8(%rcx)
	movq %rbp, 16(%rcx)
	movq %rbx, 24(%rcx)
	movq %r12, 32(%rcx)
	movq %r13, 40(%rcx)
	movq %r14, 48(%rcx)
	movq %r15, 56(%rcx)
	movq %rsi, 64(%rcx)
	movq %rdi, 72(%rcx)
	movb $1, 88(%rcx)
	ret
