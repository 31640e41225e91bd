// Leaving any number of calls at once (os.h). What a function must preserve
// lies on the stack, so that a stack pointer is all there is to remember.

// uint32_t os_call_resumable(uint64_t *sp, void (*function)(void *),
//                            void *argument)
	.section .text.os_call_resumable,"ax",@progbits
	.globl os_call_resumable
	.hidden os_call_resumable
	.type os_call_resumable, @function
os_call_resumable:
	.cfi_startproc
	pushq %rbp
	.cfi_adjust_cfa_offset 8
	.cfi_rel_offset %rbp, 0
	pushq %rbx
	.cfi_adjust_cfa_offset 8
	.cfi_rel_offset %rbx, 0
	pushq %r12
	.cfi_adjust_cfa_offset 8
	.cfi_rel_offset %r12, 0
	pushq %r13
	.cfi_adjust_cfa_offset 8
	.cfi_rel_offset %r13, 0
	pushq %r14
	.cfi_adjust_cfa_offset 8
	.cfi_rel_offset %r14, 0
	pushq %r15
	.cfi_adjust_cfa_offset 8
	.cfi_rel_offset %r15, 0
	pushq %rax	// aligns the stack
	.cfi_adjust_cfa_offset 8
	movq %rsp, (%rdi)
	movq %rdx, %rdi
	call *%rsi
	xorl %eax, %eax
.Lreturn:
	addq $8, %rsp
	.cfi_adjust_cfa_offset -8
	popq %r15
	.cfi_adjust_cfa_offset -8
	.cfi_same_value %r15
	popq %r14
	.cfi_adjust_cfa_offset -8
	.cfi_same_value %r14
	popq %r13
	.cfi_adjust_cfa_offset -8
	.cfi_same_value %r13
	popq %r12
	.cfi_adjust_cfa_offset -8
	.cfi_same_value %r12
	popq %rbx
	.cfi_adjust_cfa_offset -8
	.cfi_same_value %rbx
	popq %rbp
	.cfi_adjust_cfa_offset -8
	.cfi_same_value %rbp
	ret
	.cfi_endproc
	.size os_call_resumable, . - os_call_resumable

// void os_resume(uint64_t sp, uint32_t result)
	.section .text.os_call_resumable,"ax",@progbits
	.globl os_resume
	.hidden os_resume
	.type os_resume, @function
os_resume:
	.cfi_startproc
	.cfi_undefined %rip
	movq %rdi, %rsp
	movl %esi, %eax
	jmp .Lreturn
	.cfi_endproc
	.size os_resume, . - os_resume

	.section .note.GNU-stack,"",@progbits
