// The begin and the end of a thread, where there is no stack to stand on.

// int64_t wasmc_clone(uint64_t flags, void *stack, void *threadPointer): clone
// with these arguments. Returns to the caller only; the new thread takes a
// function and its argument from its stack and calls it.
	.section .text.wasmc_clone,"ax",@progbits
	.globl wasmc_clone
	.hidden wasmc_clone
	.type wasmc_clone, @function
wasmc_clone:
	.cfi_startproc
	movq %rdx, %r8
	xorl %edx, %edx
	xorl %r10d, %r10d
	movl $56, %eax
	syscall
	testq %rax, %rax
	jz 1f
	ret
1:	.cfi_undefined %rip
	xorl %ebp, %ebp
	popq %rax
	popq %rdi
	call *%rax
	ud2
	.cfi_endproc
	.size wasmc_clone, . - wasmc_clone

// void wasmc_leave_thread(void *memory, uint64_t size): unmaps the memory, in
// which the thread's own stack is, and ends the thread.
	.section .text.wasmc_leave_thread,"ax",@progbits
	.globl wasmc_leave_thread
	.hidden wasmc_leave_thread
	.type wasmc_leave_thread, @function
wasmc_leave_thread:
	.cfi_startproc
	movl $11, %eax
	syscall
	movl $60, %eax
	xorl %edi, %edi
	syscall
	ud2
	.cfi_endproc
	.size wasmc_leave_thread, . - wasmc_leave_thread

	.section .note.GNU-stack,"",@progbits
