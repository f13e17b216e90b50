/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-document.h"

static char *
write_one (UpDocumentKind kind, const char *text)
{
  g_autoptr (UpDocument) document = up_document_new ("T", "en");
  g_autofree char *markdown = NULL;

  switch (kind)
    {
    case UP_DOCUMENT_QUOTATION:
      up_document_add_quotation (document, (UpText) { text, NULL });
      break;
    case UP_DOCUMENT_ITEM:
      up_document_add_item (document, 0, (UpText) { text, NULL });
      break;
    case UP_DOCUMENT_HEADING:
      up_document_add_heading (document, 2, (UpText) { text, NULL });
      break;
    default:
      up_document_add_paragraph (document, (UpText) { text, NULL });
    }
  markdown = up_document_to_markdown (document);
  g_assert_true (g_str_has_prefix (markdown, "# T\n"));

  return g_strdup (markdown + strlen ("# T\n"));
}

static void
assert_markdown (UpDocumentKind kind, const char *text, const char *expected)
{
  g_autofree char *markdown = write_one (kind, text);

  g_assert_cmpstr (markdown, ==, expected);
}

/* Whatever a text looks like, it means itself. */
static void
test_escapes (void)
{
  static const char *const texts[][2] = {
    { "plain – “text”, 50 %!", "\nplain – “text”, 50 %!\n" },
    { "*bold* _it_ `c`", "\n\\*bold\\* \\_it\\_ \\`c\\`\n" },
    { "# no heading #", "\n\\# no heading \\#\n" },
    { "- no item", "\n\\- no item\n" },
    { "+ no item", "\n\\+ no item\n" },
    { "---", "\n\\---\n" },
    { "===", "\n\\===\n" },
    { "12. no number", "\n12\\. no number\n" },
    { "3) no number", "\n3\\) no number\n" },
    { "3 people", "\n3 people\n" },
    { "2026", "\n2026\n" },
    { "> no quotation", "\n\\> no quotation\n" },
    { "<b>no tag</b>", "\n\\<b\\>no tag\\</b\\>\n" },
    { "![x](http://y)", "\n!\\[x\\](http://y)\n" },
    { "&amp;", "\n\\&amp;\n" },
    { "a \\* b", "\na \\\\\\* b\n" },
    { "~~~", "\n\\~\\~\\~\n" },
    { "a | b", "\na \\| b\n" },
    { "    no code", "\nno code\n" },
    { "a\tb\x01"
      "c",
      "\na b c\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_markdown (UP_DOCUMENT_PARAGRAPH, texts[i][0], texts[i][1]);
}

/* Each line is a block; a quotation stays one. */
static void
test_lines (void)
{
  assert_markdown (UP_DOCUMENT_PARAGRAPH, "one\n\n \r\ntwo\u2028three", "\none\n\ntwo\n\nthree\n");
  assert_markdown (UP_DOCUMENT_QUOTATION, "one\n- two", "\n> one\n>\n> \\- two\n");
  assert_markdown (UP_DOCUMENT_ITEM, "one", "\n- one\n");
  assert_markdown (UP_DOCUMENT_HEADING, "one", "\n## one\n");
  assert_markdown (UP_DOCUMENT_PARAGRAPH, "", "");
  assert_markdown (UP_DOCUMENT_PARAGRAPH, NULL, "");
  assert_markdown (UP_DOCUMENT_PARAGRAPH,
                   "a\xff"
                   "b",
                   "\na\ufffdb\n");
}

/* What belongs to an item stands under its text; two quotations stay two. */
static void
test_items (void)
{
  g_autoptr (UpDocument) document = up_document_new ("T", "en");
  g_autofree char *markdown = NULL;

  up_document_add_item (document, 10, (UpText) { "ten", "en" });
  up_document_set_in_item (document, TRUE);
  up_document_add_dimmed (document, (UpText) { "a fact", "en" });
  up_document_add_quotation (document, (UpText) { "a\nb", NULL });
  up_document_add_quotation (document, (UpText) { "c", NULL });
  up_document_add_item (document, 0, (UpText) { "next", "en" });
  up_document_set_in_item (document, FALSE);
  up_document_add_rule (document);
  up_document_add_paragraph (document, (UpText) { "outside", "en" });

  markdown = up_document_to_markdown (document);
  g_assert_cmpstr (
    markdown, ==,
    "# T\n\n10. ten\n\n    a fact\n\n    > a\n    >\n    > b\n\n    > c\n\n- next\n\n"
    "---\n\noutside\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/escapes", test_escapes);
  g_test_add_func ("/document/lines", test_lines);
  g_test_add_func ("/document/items", test_items);

  return g_test_run ();
}
