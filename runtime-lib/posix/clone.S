// int64_t wasmc_clone(uint64_t flags, void *top, uint32_t *id,
//                     void (*run)(void *), void *argument)
// The kernel returns twice, the second time on the new stack.

#include <asm/unistd.h>

	.section .text.wasmc_clone,"ax",@progbits
	.globl wasmc_clone
	.hidden wasmc_clone
	.type wasmc_clone, @function
wasmc_clone:
	.cfi_startproc
	movq %rcx, -8(%rsi)	// run
	movq %r8, -16(%rsi)	// argument
	subq $16, %rsi
	movq %rdx, %r10		// id, for both CLONE_PARENT_SETTID (%rdx) and
				// CLONE_CHILD_CLEARTID (%r10)
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

	.section .note.GNU-stack,"",@progbits
