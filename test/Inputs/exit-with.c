// Ends with the number it was given, by proc_exit alone.

#include <stdlib.h>
#include <wasi/api.h>

int main(int argc, char **argv) { __wasi_proc_exit(atoi(argv[1])); }
