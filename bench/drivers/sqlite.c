// SQLite with a database in memory: inserts, indices, joins, sorts, aggregates,
// strings. The library is built without an operating system; it asks this file
// for time and randomness.
#include "sqlite3.h"
#include "text.h"

static int fullPath(sqlite3_vfs *vfs, const char *name, int size, char *to) {
  (void)vfs;
  sqlite3_snprintf(size, to, "%s", name);
  return SQLITE_OK;
}
static int cannotOpen(sqlite3_vfs *vfs, const char *name, sqlite3_file *file,
                      int flags, int *result) {
  (void)vfs, (void)name, (void)file, (void)flags, (void)result;
  return SQLITE_CANTOPEN;
}
static int someBytes(sqlite3_vfs *vfs, int size, char *to) {
  (void)vfs;
  for (int i = 0; i < size; ++i)
    to[i] = i * 37;
  return size;
}
static int someTime(sqlite3_vfs *vfs, sqlite3_int64 *to) {
  (void)vfs;
  *to = 210866760000000;
  return SQLITE_OK;
}

int sqlite3_os_init(void) {
  static sqlite3_vfs vfs = {.iVersion = 2,
                            .mxPathname = 64,
                            .zName = "none",
                            .xOpen = cannotOpen,
                            .xFullPathname = fullPath,
                            .xRandomness = someBytes,
                            .xCurrentTimeInt64 = someTime};
  return sqlite3_vfs_register(&vfs, 1);
}
int sqlite3_os_end(void) { return SQLITE_OK; }

static int mixRow(void *unused, int count, char **values, char **names) {
  (void)unused, (void)names;
  for (int i = 0; i < count; ++i)
    if (values[i])
      mixBytes(values[i], strlen(values[i]));
  return 0;
}

static void run(sqlite3 *database, const char *statement) {
  char *message = 0;
  if (sqlite3_exec(database, statement, mixRow, 0, &message) != SQLITE_OK) {
    fprintf(stderr, "%s: %s\n", statement, message);
    exit(1);
  }
}

static void fill(sqlite3 *database, int count) {
  sqlite3_stmt *insert;
  char text[64];
  run(database, "BEGIN");
  sqlite3_prepare_v2(database, "INSERT INTO item VALUES (?, ?, ?, ?)", -1,
                     &insert, 0);
  for (int i = 0; i < count; ++i) {
    fillText(text, 20 + randomWord() % 40);
    sqlite3_bind_int(insert, 1, i);
    sqlite3_bind_int(insert, 2, randomWord() % 200);
    sqlite3_bind_int64(insert, 3, randomWord());
    sqlite3_bind_text(insert, 4, text, -1, SQLITE_TRANSIENT);
    if (sqlite3_step(insert) != SQLITE_DONE)
      exit(2);
    sqlite3_reset(insert);
  }
  sqlite3_finalize(insert);
  run(database, "COMMIT");
}

int main(int argc, char **argv) {
  for (int round = rounds(argc, argv, 26); round > 0; --round) {
    sqlite3 *database;
    if (sqlite3_open(":memory:", &database) != SQLITE_OK)
      return 1;
    run(database, "CREATE TABLE item (id INTEGER PRIMARY KEY, owner INT, "
                  "size INT, name TEXT)");
    run(database, "CREATE TABLE owner (id INTEGER PRIMARY KEY, name TEXT)");
    run(database, "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 "
                  "FROM n WHERE i < 199) INSERT INTO owner SELECT i, "
                  "'owner ' || (i * 7919 % 200) FROM n");
    fill(database, 6000);
    run(database, "CREATE INDEX by_owner ON item (owner, size)");
    run(database, "SELECT owner.name, count(*), sum(size) FROM item JOIN owner "
                  "ON owner.id = item.owner GROUP BY owner.name ORDER BY 3");
    run(database, "SELECT count(*) FROM item WHERE name LIKE '%an%e%'");
    run(database, "SELECT name FROM item ORDER BY substr(name, 4) LIMIT 20");
    run(database, "UPDATE item SET size = size / 2 + length(name) WHERE id % 3 "
                  "= 1");
    run(database, "DELETE FROM item WHERE owner BETWEEN 20 AND 40");
    run(database,
        "SELECT max(size), min(name), count(DISTINCT owner) FROM item "
        "WHERE id IN (SELECT a.id FROM item a, item b WHERE a.owner "
        "= b.owner AND a.size < b.size AND b.id < 400)");
    sqlite3_close(database);
  }
  return finish();
}
