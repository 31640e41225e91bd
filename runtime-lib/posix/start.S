// The process's entry and the step onto the program's own stack.

	.text
	.section .text._start,"ax",@progbits
	.globl _start
	.hidden _start
	.type _start, @function
_start:
	.cfi_startproc
	.cfi_undefined %rip
	xorl %ebp, %ebp
	movq %rsp, %rdi
	leaq _DYNAMIC(%rip), %rsi
	andq $-16, %rsp
	call wasmc_start_linux
	ud2
	.cfi_endproc
	.size _start, . - _start

// void wasmc_run_on_stack(void *top): wasmc_run() on another stack, whose
// first byte above is `top`, aligned to 16.
	.section .text.wasmc_run_on_stack,"ax",@progbits
	.globl wasmc_run_on_stack
	.hidden wasmc_run_on_stack
	.type wasmc_run_on_stack, @function
wasmc_run_on_stack:
	.cfi_startproc
	.cfi_undefined %rip
	movq %rdi, %rsp
	xorl %ebp, %ebp
	call wasmc_run
	ud2
	.cfi_endproc
	.size wasmc_run_on_stack, . - wasmc_run_on_stack

	.section .note.GNU-stack,"",@progbits
