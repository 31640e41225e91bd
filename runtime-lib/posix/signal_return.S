// The return from a signal handler, as debuggers know it.

.section .text.wasmc_signal_return, "ax", @progbits
.globl wasmc_signal_return
.hidden wasmc_signal_return
.type wasmc_signal_return, @function
nop
wasmc_signal_return:
  movq $15, %rax // rt_sigreturn
  syscall
.size wasmc_signal_return, . - wasmc_signal_return
.section .note.GNU-stack, "", @progbits
