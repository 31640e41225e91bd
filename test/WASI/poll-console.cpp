// A console on Windows holds more than keys: what a mouse does, that the window
// has the focus, a key that is released. None of it is a line to read.
// RUN: %run_runtime %s --targets windows --build-only
// RUN: %python %inputs/type_slowly.py %run_windows %t.windows.exe

#include "runtime_process.h"

static void put(INPUT_RECORD record) {
  DWORD written;
  HANDLE console = GetStdHandle(STD_INPUT_HANDLE);
  HOLDS(WriteConsoleInputW(console, &record, 1, &written) && written == 1);
}

static void putOthers() {
  INPUT_RECORD record = {};
  record.EventType = FOCUS_EVENT;
  record.Event.FocusEvent.bSetFocus = TRUE;
  put(record);
  record = {};
  record.EventType = MOUSE_EVENT;
  record.Event.MouseEvent.dwEventFlags = MOUSE_MOVED;
  put(record);
  record = {};
  record.EventType = WINDOW_BUFFER_SIZE_EVENT;
  put(record);
}

static void putKey(wchar_t character, bool down) {
  INPUT_RECORD record = {};
  record.EventType = KEY_EVENT;
  record.Event.KeyEvent.bKeyDown = down;
  record.Event.KeyEvent.wRepeatCount = 1;
  record.Event.KeyEvent.wVirtualKeyCode = character == '\r' ? VK_RETURN : 'X';
  record.Event.KeyEvent.uChar.UnicodeChar = character;
  put(record);
}

// Whether the console is ready within `timeout`.
static bool isReady(uint64_t timeout) {
  clockIn(timeout);
  descriptor(EventFdRead, 0);
  uint32_t count = poll();
  return event(count - 1).type == EventFdRead;
}

static void keys(uint64_t shortTime) {
  putOthers();
  HOLDS(!isReady(shortTime));
  putKey('x', true);
  putKey('x', false);
  putKey('\r', false);
  putOthers();
  HOLDS(!isReady(shortTime));
  putKey('\r', true);
  putKey('\r', false);
  HOLDS(isReady(60 * second));
  EQUAL(readSome(0, 10), 2);
  EQUAL(*guest<char>(1024), 'x');
  HOLDS(!isReady(shortTime));
}

void test() {
  DWORD mode;
  HOLDS(GetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), &mode));
  // First without waiting, when nobody reads; then with the thread that does.
  keys(0);
  keys(30 * millisecond);
}
