// The stack probe that LLVM calls before it allocates a frame of %rax bytes:
// touches every page on the way, so that the guard page is never stepped over.
// Preserves every register. Both names that LLVM uses.

	.text
	.globl __chkstk
	.globl ___chkstk_ms
	.def __chkstk; .scl 2; .type 32; .endef
	.def ___chkstk_ms; .scl 2; .type 32; .endef
	.seh_proc ___chkstk_ms
__chkstk:
___chkstk_ms:
	subq $16, %rsp
	.seh_stackalloc 16
	.seh_endprologue
	movq %r10, (%rsp)
	movq %r11, 8(%rsp)
	leaq 24(%rsp), %r11	// the caller's stack pointer
	movq %rax, %r10
1:	cmpq $4096, %r10
	jb 2f
	subq $4096, %r11
	testb $0, (%r11)
	subq $4096, %r10
	jmp 1b
2:	subq %r10, %r11
	testb $0, (%r11)
	movq (%rsp), %r10
	movq 8(%rsp), %r11
	addq $16, %rsp
	ret
	.seh_endproc
