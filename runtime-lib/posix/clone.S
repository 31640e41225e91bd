// The begin and the end of a thread, where there is no stack to stand on.

#include <asm/unistd.h>

// int64_t wasmc_clone(uint64_t flags, void *top, uint32_t *id,
//                     uint64_t threadPointer, void (*run)(void *),
//                     void *argument)
// The kernel returns twice, the second time on the new stack.
	.section .text.wasmc_clone,"ax",@progbits
	.globl wasmc_clone
	.hidden wasmc_clone
	.type wasmc_clone, @function
wasmc_clone:
	.cfi_startproc
	movq %r8, -8(%rsi)	// run
	movq %r9, -16(%rsi)	// argument
	subq $16, %rsi
	movq %rdx, %r10		// id, for both CLONE_PARENT_SETTID (%rdx) and
				// CLONE_CHILD_CLEARTID (%r10)
	movq %rcx, %r8		// CLONE_SETTLS
	movl $__NR_clone, %eax
	syscall
	testq %rax, %rax
	jz 1f
	ret
1:	.cfi_undefined %rip
	xorl %ebp, %ebp
	popq %rdi
	popq %rax
	call *%rax
	xorl %edi, %edi
	movl $__NR_exit, %eax
	syscall
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
	movl $__NR_munmap, %eax
	syscall
	xorl %edi, %edi
	movl $__NR_exit, %eax
	syscall
	ud2
	.cfi_endproc
	.size wasmc_leave_thread, . - wasmc_leave_thread

	.section .note.GNU-stack,"",@progbits
