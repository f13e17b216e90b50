/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-journal-scan-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
append_member (UpSpan key, UpSpan value, gpointer members)
{
  g_string_append_printf (members, "%.*s=%.*s;", (int) key.length, key.text, (int) value.length,
                          value.text);
}

static void
ignore_member (UpSpan key, UpSpan value, gpointer user_data)
{
}

static void
test_good (void)
{
  static const struct
  {
    const char *text;
    const char *members;
  } good[] = {
    { "{}", "" },
    { " \t\r\n{ } \n", "" },
    { "{\"a\":1}", "a=1;" },
    { "{ \"a\" : -0.5e+10 , \"b\" : [ ] }", "a=-0.5e+10;b=[ ];" },
    { "{\"a\":[1,[2,{\"a\":3}],{}],\"b\":\"}\"}", "a=[1,[2,{\"a\":3}],{}];b=\"}\";" },
    { "{\"a\":true,\"b\":false,\"c\":null}", "a=true;b=false;c=null;" },
    { "{\"\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude42\"}",
      "=\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude42\";" },
    { "{\"long enough for eight at a time\":\"… and \xf0\x9f\x99\x82\x7f\"}",
      "long enough for eight at a time=\"… and \xf0\x9f\x99\x82\x7f\";" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GString) members = g_string_new (NULL);

      g_assert_true (up_journal_scan (good[i].text, strlen (good[i].text), append_member, members));
      g_assert_cmpstr (members->str, ==, good[i].members);
    }
}

static void
test_bad (void)
{
  static const char *const bad[] = {
    "",
    " ",
    "[]",
    "1",
    "\"a\"",
    "{",
    "}",
    "{}}",
    "{},",
    "{} x",
    "{,}",
    "{\"a\"}",
    "{\"a\":}",
    "{\"a\":1,}",
    "{\"a\":1 \"b\":2}",
    "{\"a\" 1}",
    "{a:1}",
    "{'a':1}",
    "{1:1}",
    "{\"a\":[1,]}",
    "{\"a\":[1 2]}",
    "{\"a\":[1}",
    "{\"a\":[1}]",
    "{\"a\":{1}}",
    "{\"a\":{\"b\"}}",
    "{\"a\":01}",
    "{\"a\":+1}",
    "{\"a\":-}",
    "{\"a\":.5}",
    "{\"a\":5.}",
    "{\"a\":1e}",
    "{\"a\":1e+}",
    "{\"a\":0x1}",
    "{\"a\":NaN}",
    "{\"a\":tru}",
    "{\"a\":nulls}",
    "{\"a\":True}",
    "{\"a\":\"}",
    "{\"a\":\"\\\"}",
    "{\"a\":\"\\x\"}",
    "{\"a\":\"\\u12\"}",
    "{\"a\":\"\\u12g4\"}",
    "{\"a\":\"\\u0000\"}",
    "{\"a\":\"\\ud83d\"}",
    "{\"a\":\"\\ud83d\\u0041\"}",
    "{\"a\":\"\\ude42\"}",
    "{\"a\":\"line\nline\"}",
    "{\"a\":\"0123456\t89\"}",
    "{\"a\":\"\x1f\"}",
    "{\"a\":\"\xff\"}",
    "{\"a\":\"\xc0\x80\"}",
    "{\"a\":\"\xed\xa0\x80\"}",
    "{\"a\":1}//",
    "{/**/}",
    "\xef\xbb\xbf{}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%u", i);
      g_assert_false (up_journal_scan (bad[i], strlen (bad[i]), ignore_member, NULL));
    }

  /* A NUL ends no text. */
  g_assert_false (up_journal_scan ("{}\0", 3, ignore_member, NULL));
  g_assert_false (up_journal_scan ("{\"\0\":1}", 7, ignore_member, NULL));
  g_assert_false (up_journal_scan ("{\"a\":\"\\\0\"}", 9, ignore_member, NULL));
}

/* However deep: there is an end to what is looked through, and no end of the stack. */
static void
test_deep (void)
{
  static const guint depths[] = { 10, 120, 200, 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    for (guint kind = 0; kind < 2; kind++)
      {
        g_autoptr (GString) text = g_string_new ("{\"a\":");

        for (guint j = 0; j < depths[i]; j++)
          g_string_append (text, kind == 0 ? "[" : "{\"a\":");
        g_string_append_c (text, '1');
        for (guint j = 0; j < depths[i]; j++)
          g_string_append_c (text, kind == 0 ? ']' : '}');
        g_string_append_c (text, '}');
        g_assert_true (up_journal_scan (text->str, text->len, ignore_member, NULL) ==
                       (depths[i] < 128));
      }
}

/* A line that was cut anywhere is not whole, and it is not read past its end. */
static void
test_cut (void)
{
  static const char text[] =
    "{\"a\":[1,-2.5e3,true,null,{\"b\":\"\\u00e9\\ud83d\\ude42é…\"}],\"c\":{},\"d\":false}";

  for (gsize length = 0; length < strlen (text); length++)
    {
      g_autofree char *cut = g_memdup2 (text, length);

      g_assert_false (up_journal_scan (cut != NULL ? cut : "", length, ignore_member, NULL));
    }
  g_assert_true (up_journal_scan (text, strlen (text), ignore_member, NULL));
}

static void
read_only_member (UpSpan key, UpSpan value, gpointer user_data)
{
  *(UpSpan *) user_data = value;
}

/* What was written comes back, whatever it is; and what is accepted, JSON-GLib accepts. */
static void
test_random (void)
{
  static const char alphabet[] = "{}[]\",:\\u01eE+-.tfn \xc3\xa9";
  static const gunichar characters[] = { '"',  '\\', '/',  '\n',   1,       0x1f,
                                         0x7f, 'a',  0xe9, 0x2026, 0x1f642, 0x10ffff };

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) string = g_string_new (NULL);
      g_autoptr (JsonNode) node = NULL;
      g_autofree char *quoted = NULL;
      g_autofree char *text = NULL;
      g_autofree char *read = NULL;
      guint length = g_test_rand_int_range (0, 40);
      UpSpan value = { NULL };

      for (guint j = 0; j < length; j++)
        g_string_append_unichar (string,
                                 characters[g_test_rand_int_range (0, G_N_ELEMENTS (characters))]);
      node = json_node_init_string (json_node_alloc (), string->str);
      quoted = json_to_string (node, FALSE);
      text = g_strdup_printf ("{\"a\":%s}", quoted);
      g_assert_true (up_journal_scan (text, strlen (text), read_only_member, &value));
      read = up_journal_unquote (value);
      g_assert_cmpstr (read, ==, string->str);
    }

  for (guint i = 0; i < 50000; i++)
    {
      char text[16] = "{\"a\":";
      gsize length = 5 + g_test_rand_int_range (0, sizeof text - 6);

      for (gsize j = 5; j < length; j++)
        text[j] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];
      text[length++] = '}';

      if (up_journal_scan (text, length, ignore_member, NULL))
        {
          g_autoptr (JsonParser) parser = json_parser_new ();
          g_autoptr (GError) error = NULL;

          json_parser_set_strict (parser, TRUE);
          json_parser_load_from_data (parser, text, length, &error);
          g_assert_no_error (error);
        }
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    gboolean is_whole;
    gint64 number;
  } numbers[] = {
    { "0", TRUE, 0 },
    { "-17", TRUE, -17 },
    { "9223372036854775807", TRUE, G_MAXINT64 },
    { "9223372036854775808", FALSE, 0 },
    { "1.0", FALSE, 0 },
    { "1e3", FALSE, 0 },
    { "", FALSE, 0 },
    { "100000000000000000000000000", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      gint64 number = 0;

      g_assert_true (up_journal_read_int ((UpSpan) { numbers[i].text, strlen (numbers[i].text) },
                                          &number) == numbers[i].is_whole);
      g_assert_cmpint (number, ==, numbers[i].number);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/journal-scan/good", test_good);
  g_test_add_func ("/journal-scan/bad", test_bad);
  g_test_add_func ("/journal-scan/deep", test_deep);
  g_test_add_func ("/journal-scan/cut", test_cut);
  g_test_add_func ("/journal-scan/random", test_random);
  g_test_add_func ("/journal-scan/numbers", test_numbers);

  return g_test_run ();
}
