// libwebp takes its vector code only if this file, which a configure script would
// write, says so.
