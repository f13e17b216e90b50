/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-schema.h"

G_BEGIN_DECLS

typedef enum
{
  UP_SCHEMA_NULL = 1 << 0,
  UP_SCHEMA_BOOLEAN = 1 << 1,
  UP_SCHEMA_INTEGER = 1 << 2,
  UP_SCHEMA_NUMBER = 1 << 3,
  UP_SCHEMA_STRING = 1 << 4,
  UP_SCHEMA_ARRAY = 1 << 5,
  UP_SCHEMA_OBJECT = 1 << 6,
} UpSchemaType;

/* Two patterns stand at nearly every string and are matched by hand. */
typedef enum
{
  UP_PATTERN_NONE,
  UP_PATTERN_ID,
  UP_PATTERN_PARAGRAPH,
  UP_PATTERN_REGEX,
} UpPatternKind;

#define UP_PATTERN_ID_TEXT "^[a-z0-9]+(-[a-z0-9]+)*$"
#define UP_PATTERN_PARAGRAPH_TEXT "^\\S([^\\n\\r]*\\S)?$"

/* How the one branch that counts is found, so that its problems can be told and not only that no
 * branch fits. Other uses of oneOf and anyOf are refused when a schema is compiled. */
typedef enum
{
  UP_BRANCHES_BY_TYPE,     /* each takes another type */
  UP_BRANCHES_BY_MEMBER,   /* each requires another constant in one member, such as `kind` */
  UP_BRANCHES_BY_PRESENCE, /* each only requires members */
} UpBranchesKind;

typedef struct _UpSchemaNode UpSchemaNode;

typedef struct
{
  UpBranchesKind kind;
  gboolean exactly_one; /* oneOf, not anyOf */
  GPtrArray *nodes;     /* of UpSchemaNode, borrowed */
  GArray *masks;        /* BY_PRESENCE: of guint64, where all are among the node's properties */
  const char *member;   /* BY_MEMBER */
  GHashTable *by_value; /* BY_MEMBER: string → UpSchemaNode */
  GPtrArray *values;    /* BY_MEMBER: the strings in order */
} UpSchemaBranches;

typedef struct
{
  const char *name;
  UpSchemaNode *node;
} UpSchemaProperty;

/* dependentRequired: both are among the node's properties. */
typedef struct
{
  guint place;
  guint needs;
} UpSchemaDependent;

/* Strings are borrowed from the schema's own JSON, which UpSchema keeps. */
struct _UpSchemaNode
{
  char *where;      /* JSON pointer, for errors in the schema itself */
  gboolean nothing; /* the schema `false` */
  const char *ref_name;
  UpSchemaNode *ref;
  const char *expected; /* x-expected: said instead of what would be worked out */

  guint types; /* of UpSchemaType; 0 for any */

  GPtrArray *strings; /* const, enum: the strings among them; NULL without const and enum */
  GHashTable *string_set;
  GPtrArray *others; /* const, enum: JsonNode that are no strings */

  UpPatternKind pattern_kind;
  const char *pattern;
  GRegex *regex;
  guint min_length;
  guint max_length;

  double minimum;
  double maximum;

  GPtrArray *prefix; /* prefixItems */
  UpSchemaNode *items;
  guint min_items;
  guint max_items;
  gboolean unique;
  const char *unique_member; /* x-unique */
  UpSchemaNode *contains;
  guint min_contains;
  guint max_contains;

  UpSchemaProperty *properties;
  guint n_properties; /* at most 64 */
  guint8 *slots;      /* places in properties + 1, hashed; 0 is free */
  guint slot_mask;
  gboolean closed; /* additionalProperties false */
  guint min_properties;
  GPtrArray *required;
  guint64 required_mask;       /* those among properties */
  gboolean required_elsewhere; /* some are not among properties */
  GArray *dependent;           /* of UpSchemaDependent */

  GPtrArray *all_of;
  GPtrArray *branches; /* of UpSchemaBranches */
  UpSchemaNode * not;
  UpSchemaNode *if_node;
  UpSchemaNode *then_node;
  UpSchemaNode *else_node;

  gboolean only_reference; /* has $ref and notes */
  gboolean only_text;      /* nothing but a string's length and pattern is checked */
  gboolean only_value;     /* what it combines it does not have */
  guint visit;             /* while looking for endless references */
};

struct _UpSchema
{
  JsonNode *source;
  GPtrArray *nodes; /* owns every node */
  GHashTable *definitions;
  UpSchemaNode *root;
  GError **error; /* while compiling */
};

/* One step of the way from the root to the value that is being checked. */
typedef struct _UpSchemaFrame UpSchemaFrame;

struct _UpSchemaFrame
{
  const UpSchemaFrame *parent;
  JsonNode *node;
  const char *key; /* NULL for an element of a list */
  guint index;
};

typedef struct
{
  GPtrArray *problems;
  guint n_problems;
  guint limit;
  guint quiet; /* inside `if`, `not`, `contains`: only whether it holds */
  gboolean full;
} UpSchemaCheck;

/* up-schema-compile.c, up-schema-link.c */
UpSchemaNode *up_schema_compile (UpSchema *self, JsonNode *json, const char *where);
guint up_schema_lookup_property (const UpSchemaNode *node, const char *name);
void up_schema_link (UpSchema *self);
void up_schema_fail (UpSchema *self, const char *where, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

/* up-schema-pattern.c */
gboolean up_schema_matches_pattern (const UpSchemaNode *node, const char *text, gsize length);

/* up-schema-words.c */
void up_schema_append_path (GString *path, const UpSchemaFrame *at);
char *up_schema_describe_near (const UpSchemaFrame *at);
char *up_schema_describe_value (JsonNode *node);
char *up_schema_describe_types (guint types);
char *up_schema_join (GPtrArray *strings);
const char *up_schema_suggest (const char *word, GPtrArray *words);

/* up-schema-report.c; each takes the value at fault and says what is wrong with it. */
void up_schema_report_type (UpSchemaCheck *self, const UpSchemaFrame *at, const UpSchemaNode *node);
void up_schema_report_value (UpSchemaCheck *self, const UpSchemaFrame *at, const UpSchemaNode *node,
                             GPtrArray *strings, GPtrArray *others);
void up_schema_report_length (UpSchemaCheck *self, const UpSchemaFrame *at,
                              const UpSchemaNode *node, guint length);
void up_schema_report_pattern (UpSchemaCheck *self, const UpSchemaFrame *at,
                               const UpSchemaNode *node);
void up_schema_report_range (UpSchemaCheck *self, const UpSchemaFrame *at, const UpSchemaNode *node,
                             double value);
void up_schema_report_count (UpSchemaCheck *self, const UpSchemaFrame *at, const UpSchemaNode *node,
                             guint count);
void up_schema_report_twice (UpSchemaCheck *self, const UpSchemaFrame *at);
void up_schema_report_members (UpSchemaCheck *self, const UpSchemaFrame *at,
                               const UpSchemaNode *node, guint count);
void up_schema_report_contains (UpSchemaCheck *self, const UpSchemaFrame *at,
                                const UpSchemaNode *node, guint count);
void up_schema_report_missing (UpSchemaCheck *self, const UpSchemaFrame *at,
                               const UpSchemaNode *node, const char *name);
void up_schema_report_dependent (UpSchemaCheck *self, const UpSchemaFrame *at,
                                 const UpSchemaNode *node, const char *name, const char *needs);
void up_schema_report_unknown (UpSchemaCheck *self, const UpSchemaFrame *at,
                               const UpSchemaNode *node);
void up_schema_report_nothing (UpSchemaCheck *self, const UpSchemaFrame *at,
                               const UpSchemaNode *node);
void up_schema_report_presence (UpSchemaCheck *self, const UpSchemaFrame *at,
                                const UpSchemaNode *node, const UpSchemaBranches *branches,
                                guint count);
void up_schema_report_not (UpSchemaCheck *self, const UpSchemaFrame *at, const UpSchemaNode *node);
void up_schema_report_scenes (UpSchemaCheck *self, const UpSchemaFrame *at, guint count,
                              guint limit);

G_END_DECLS
