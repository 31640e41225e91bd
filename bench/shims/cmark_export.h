// cmark: functions need no declaration of visibility.
#define CMARK_EXPORT
#define CMARK_NO_EXPORT
#define CMARK_DEPRECATED
