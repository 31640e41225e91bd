// The system's functions over the tree in memory.

#include "FakeNt.h"
#include "windows/nt.h"
#include <algorithm>
#include <cstring>

FakeNt *fakeNt;

namespace {

constexpr NTSTATUS invalidName = NTSTATUS(0xc0000033),
                   notFound = NTSTATUS(0xc0000034),
                   collision = NTSTATUS(0xc0000035),
                   accessDenied = NTSTATUS(0xc0000022),
                   isDirectory = NTSTATUS(0xc00000ba),
                   notEmpty = NTSTATUS(0xc0000101),
                   noDirectory = NTSTATUS(0xc0000103),
                   noReparsePoint = NTSTATUS(0xc0000275),
                   tooSmall = NTSTATUS(0xc0000023),
                   invalidHandle = NTSTATUS(0xc0000008);

std::u16string fold(std::u16string name) {
  for (char16_t &unit : name)
    if (unit >= 'a' && unit <= 'z')
      unit -= 32;
  return name;
}

std::string printable(const std::u16string &name) {
  std::string text;
  for (char16_t unit : name)
    text += unit < 0x7f ? char(unit) : '?';
  return text;
}

void violation(const char *what, const std::u16string &name) {
  fakeNt->violations.push_back(what + (": " + printable(name)));
}

NtOpenFile *openFile(HANDLE handle) {
  auto found = fakeNt->handles.find(reinterpret_cast<uint64_t>(handle));
  return found == fakeNt->handles.end() ? nullptr : &found->second;
}

NtNodePtr makeNode(bool directory) {
  auto made = std::make_shared<NtNode>();
  made->directory = directory;
  made->id = fakeNt->nextId++;
  return made;
}

HANDLE newHandle(NtOpenFile file) {
  uint64_t handle = fakeNt->nextHandle;
  fakeNt->nextHandle += 4;
  fakeNt->handles[handle] = std::move(file);
  return reinterpret_cast<HANDLE>(handle);
}

// What a name relative to a handle may be.
NTSTATUS checkName(const NtOpenFile *root, const std::u16string &name) {
  if (!root) {
    violation("not relative to a directory", name);
    return invalidHandle;
  }
  if (root->node->reparseTag)
    violation("through a reparse point", name);
  for (char16_t unit : name) {
    if (unit == '\\')
      violation("a path", name);
    if (unit == ':')
      violation("a stream", name);
    if (unit == '/')
      return invalidName;
  }
  return name == u"." || name == u".." ? invalidName : 0;
}

void removeEntry(NtNode &parent, const std::u16string &name,
                 const NtNodePtr &node) {
  auto found = parent.entries.find(fold(name));
  if (found == parent.entries.end() || found->second.node != node)
    return;
  parent.entries.erase(found);
  --node->links;
}

std::vector<std::u16string> split(const std::u16string &path) {
  std::vector<std::u16string> names;
  for (size_t start = 0; start < path.size();) {
    size_t end = std::min(path.find(u'/', start), path.size());
    names.push_back(path.substr(start, end - start));
    start = end + 1;
  }
  return names;
}

} // namespace

FakeNt::FakeNt() {
  fakeNt = this;
  root = makeNode(true);
}
FakeNt::~FakeNt() { fakeNt = nullptr; }

NtNodePtr FakeNt::find(const std::u16string &path) {
  NtNodePtr at = root;
  for (const std::u16string &name : split(path)) {
    auto found = at->entries.find(fold(name));
    if (found == at->entries.end())
      return nullptr;
    at = found->second.node;
  }
  return at;
}

void FakeNt::put(const std::u16string &path, NtNodePtr node) {
  size_t slash = path.rfind(u'/');
  NtNodePtr parent =
      slash == path.npos ? root : directory(path.substr(0, slash));
  std::u16string name = slash == path.npos ? path : path.substr(slash + 1);
  parent->entries[fold(name)] = {name, node};
}

void FakeNt::remove(const std::u16string &path) {
  size_t slash = path.rfind(u'/');
  NtNodePtr parent = slash == path.npos ? root : find(path.substr(0, slash));
  parent->entries.erase(fold(path.substr(slash + 1)));
}

NtNodePtr FakeNt::directory(const std::u16string &path) {
  NtNodePtr found = find(path);
  if (!found)
    put(path, found = makeNode(true));
  return found;
}

NtNodePtr FakeNt::file(const std::u16string &path, const std::string &data) {
  NtNodePtr made = makeNode(false);
  made->data = data;
  put(path, made);
  return made;
}

NtNodePtr FakeNt::link(const std::u16string &path, const std::u16string &target,
                       bool relative) {
  NtNodePtr made = reparse(path, IO_REPARSE_TAG_SYMLINK, target);
  made->directory = false;
  made->relative = relative;
  return made;
}

NtNodePtr FakeNt::reparse(const std::u16string &path, uint32_t tag,
                          const std::u16string &target) {
  NtNodePtr made = makeNode(true);
  made->reparseTag = tag;
  made->target = made->print = target;
  put(path, made);
  return made;
}

extern "C" {

NTSTATUS NtCreateFile(HANDLE *file, ULONG access, OBJECT_ATTRIBUTES *object,
                      IO_STATUS_BLOCK *, LARGE_INTEGER *, ULONG, ULONG share,
                      ULONG disposition, ULONG options, void *, ULONG) {
  std::u16string name(
      reinterpret_cast<const char16_t *>(object->ObjectName->Buffer),
      object->ObjectName->Length / 2);
  fakeNt->asked.push_back(name);
  if (fakeNt->beforeOpen)
    fakeNt->beforeOpen(name);
  NtOpenFile *root = openFile(object->RootDirectory);
  if (NTSTATUS status = checkName(root, name))
    return status;
  if (!(options & FILE_OPEN_REPARSE_POINT))
    violation("follows reparse points", name);
  if (share != (FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE))
    violation("locks others out", name);
  NtNodePtr parent = root->node, node = root->node;
  if (!name.empty()) {
    if (!parent->directory)
      return noDirectory;
    auto found = parent->entries.find(fold(name));
    node = found == parent->entries.end() ? nullptr : found->second.node;
  }
  if (node && disposition == FILE_CREATE)
    return collision;
  if (!node && disposition == FILE_OPEN)
    return notFound;
  if (!node) {
    node = makeNode(options & FILE_DIRECTORY_FILE);
    parent->entries[fold(name)] = {name, node};
  }
  if ((options & FILE_DIRECTORY_FILE) && !node->directory)
    return noDirectory;
  if ((options & FILE_NON_DIRECTORY_FILE) && node->directory)
    return isDirectory;
  *file = newHandle({node, parent, name, access});
  if (fakeNt->afterOpen)
    fakeNt->afterOpen(name);
  return 0;
}

NTSTATUS NtQueryInformationFile(HANDLE handle, IO_STATUS_BLOCK *, void *info,
                                ULONG, FILE_INFORMATION_CLASS kind) {
  NtOpenFile *file = openFile(handle);
  if (!file)
    return invalidHandle;
  const NtNode &node = *file->node;
  uint32_t attributes = (node.directory ? FILE_ATTRIBUTE_DIRECTORY : 0) |
                        (node.reparseTag ? FILE_ATTRIBUTE_REPARSE_POINT : 0);
  switch (kind) {
  case ntBasicInformation:
    *static_cast<NtBasicInformation *>(info) = {1, 1, 1, 1, attributes};
    return 0;
  case ntStandardInformation:
    *static_cast<NtStandardInformation *>(info) = {
        0, int64_t(node.data.size()), node.links, false, node.directory};
    return 0;
  case ntIdInformation:
    *static_cast<NtIdInformation *>(info) = {1, {node.id, 0}};
    return 0;
  case ntAttributeTagInformation:
    *static_cast<NtAttributeTag *>(info) = {attributes, node.reparseTag};
    return 0;
  }
  return NTSTATUS(statusInvalidInfoClass);
}

static NTSTATUS removeFile(NtOpenFile &file, bool atOnce) {
  if (!(file.access & DELETE))
    return accessDenied;
  if (!file.node->reparseTag && !file.node->entries.empty())
    return notEmpty;
  if (atOnce)
    removeEntry(*file.parent, file.name, file.node);
  else
    file.removeAtClose = true;
  return 0;
}

static NTSTATUS nameFile(NtOpenFile &file, const NtNameInformation &info,
                         bool replace, bool isLink) {
  std::u16string name(info.name, info.nameBytes / 2);
  fakeNt->asked.push_back(name);
  NtOpenFile *root = openFile(info.root);
  if (NTSTATUS status = checkName(root, name))
    return status;
  if (!isLink && !(file.access & DELETE))
    return accessDenied;
  auto &entries = root->node->entries;
  auto old = entries.find(fold(name));
  if (old != entries.end() && old->second.node != file.node) {
    if (!replace)
      return collision;
    if (old->second.node->directory)
      return accessDenied;
    removeEntry(*root->node, name, old->second.node);
  }
  NtNodePtr node = file.node;
  if (isLink)
    ++node->links;
  else
    file.parent->entries.erase(fold(file.name));
  entries[fold(name)] = {name, node};
  return 0;
}

NTSTATUS NtSetInformationFile(HANDLE handle, IO_STATUS_BLOCK *, void *info,
                              ULONG, FILE_INFORMATION_CLASS kind) {
  NtOpenFile *file = openFile(handle);
  if (!file)
    return invalidHandle;
  if (fakeNt->isOld &&
      (kind == ntDispositionInformationEx || kind == ntRenameInformationEx))
    return NTSTATUS(statusInvalidParameter);
  auto *name = static_cast<NtNameInformation *>(info);
  switch (kind) {
  case ntBasicInformation:
    return file->access & FILE_WRITE_ATTRIBUTES ? 0 : accessDenied;
  case ntEndOfFileInformation:
    if (!(file->access & FILE_WRITE_DATA))
      return accessDenied;
    if (file->node->reparseTag)
      violation("truncates a reparse point", file->name);
    file->node->data.resize(*static_cast<uint64_t *>(info));
    return 0;
  case ntDispositionInformationEx:
    return removeFile(*file, true);
  case ntDispositionInformation:
    return removeFile(*file, false);
  case ntRenameInformationEx:
  case ntRenameInformation:
    return nameFile(*file, *name, name->flags & 1, false);
  case ntLinkInformation:
    return nameFile(*file, *name, name->flags & 1, true);
  }
  return NTSTATUS(statusInvalidInfoClass);
}

static NTSTATUS readReparsePoint(const NtNode &node, void *out, ULONG size) {
  if (!node.reparseTag)
    return noReparsePoint;
  constexpr size_t names = offsetof(NtSymbolicLink, names);
  size_t target = node.target.size() * 2, print = node.print.size() * 2;
  if (size < names + target + print)
    return tooSmall;
  auto *link = static_cast<NtSymbolicLink *>(out);
  link->tag = node.reparseTag;
  link->dataBytes = uint16_t(target + print + 12);
  link->targetOffset = 0;
  link->targetBytes = node.claimedBytes ? node.claimedBytes : uint16_t(target);
  link->printOffset = uint16_t(target);
  link->printBytes = uint16_t(print);
  link->flags = node.relative;
  memcpy(link->names, node.target.data(), target);
  memcpy(reinterpret_cast<char *>(link->names) + target, node.print.data(),
         print);
  return 0;
}

NTSTATUS NtFsControlFile(HANDLE handle, HANDLE, void *, void *,
                         IO_STATUS_BLOCK *, ULONG code, void *in, ULONG,
                         void *out, ULONG outSize) {
  NtOpenFile *file = openFile(handle);
  if (!file)
    return invalidHandle;
  if (code == fsctlGetReparsePoint)
    return readReparsePoint(*file->node, out, outSize);
  if (code != fsctlSetReparsePoint)
    return NTSTATUS(statusNotSupported);
  auto *link = static_cast<NtSymbolicLink *>(in);
  NtNode &node = *file->node;
  node.reparseTag = link->tag;
  node.target.assign(link->names + link->targetOffset / 2,
                     link->targetBytes / 2);
  node.print.assign(link->names + link->printOffset / 2, link->printBytes / 2);
  node.relative = link->flags & 1;
  return 0;
}

NTSTATUS NtQueryDirectoryFile(HANDLE handle, HANDLE, void *, void *,
                              IO_STATUS_BLOCK *, void *buffer, ULONG size, int,
                              BOOLEAN, UNICODE_STRING *, BOOLEAN) {
  NtOpenFile *file = openFile(handle);
  if (!file)
    return invalidHandle;
  if (file->listed || file->node->entries.empty())
    return NTSTATUS(statusNoMoreFiles);
  file->listed = true;
  uint32_t at = 0;
  NtDirectoryEntry *last = nullptr;
  for (auto &[folded, found] : file->node->entries) {
    uint32_t bytes = uint32_t(found.name.size() * 2);
    if (at + sizeof(NtDirectoryEntry) + bytes > size)
      return tooSmall; // the tests have small directories
    last =
        reinterpret_cast<NtDirectoryEntry *>(static_cast<char *>(buffer) + at);
    *last = {};
    last->attributes =
        (found.node->directory ? FILE_ATTRIBUTE_DIRECTORY : 0) |
        (found.node->reparseTag ? FILE_ATTRIBUTE_REPARSE_POINT : 0);
    last->eaSizeOrTag = found.node->reparseTag;
    last->fileId = int64_t(found.node->id);
    last->nameBytes = bytes;
    memcpy(last->name, found.name.data(), bytes);
    last->next = uint32_t((sizeof(NtDirectoryEntry) + bytes + 7) & ~7u);
    at += last->next;
  }
  last->next = 0;
  return 0;
}

NTSTATUS NtClose(HANDLE handle) {
  NtOpenFile *file = openFile(handle);
  if (!file) {
    violation("closes what is not open", u"");
    return invalidHandle;
  }
  if (file->removeAtClose)
    removeEntry(*file->parent, file->name, file->node);
  fakeNt->handles.erase(reinterpret_cast<uint64_t>(handle));
  return 0;
}

HANDLE CreateFileW(const wchar_t *path, DWORD access, DWORD, void *, DWORD,
                   DWORD, HANDLE) {
  NtNodePtr found = fakeNt->find(reinterpret_cast<const char16_t *>(path));
  return found ? newHandle({found, nullptr, u"", access})
               : INVALID_HANDLE_VALUE;
}

DWORD GetLastError() { return 2; } // of CreateFileW: ERROR_FILE_NOT_FOUND

DWORD GetFileType(HANDLE) { return FILE_TYPE_DISK; }

BOOL FlushFileBuffers(HANDLE file) { return openFile(file) != nullptr; }

BOOL SetFilePointerEx(HANDLE, LARGE_INTEGER, LARGE_INTEGER *, DWORD) {
  return FALSE; // files here have no position
}

void GetSystemTimePreciseAsFileTime(FILETIME *time) { *time = {}; }

} // extern "C"
