/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "up-which-way-card.h"

#include "up-test-sample.h"

#include <locale.h>

/* The most rules that are told apart below. */
#define MOST_RULES 256

static guint
get_question (UpWhichWay *which_way, const char *id)
{
  int question = up_which_way_find_question (which_way, id);

  g_assert_cmpint (question, >=, 0);

  return question;
}

static guint
get_advice (UpWhichWay *which_way, const char *id)
{
  for (guint i = 0; i < up_which_way_get_n_advices (which_way); i++)
    if (g_str_equal (up_which_way_get_advice (which_way, i)->id, id))
      return i;

  g_assert_not_reached ();
}

static const UpWayReason *
find_reason (UpWhichWay *which_way, const char *id)
{
  for (guint i = 0; i < up_which_way_get_n_reasons (which_way); i++)
    if (g_str_equal (up_which_way_get_reason (which_way, i)->id, id))
      return up_which_way_get_reason (which_way, i);

  g_assert_not_reached ();
}

static gboolean
has_reason (UpWeighing *weighing, const char *id)
{
  const UpWayReason *reason = find_reason (up_weighing_get_which_way (weighing), id);

  for (guint i = 0; i < up_weighing_get_n_reasons (weighing, reason->advice, reason->kind); i++)
    if (up_weighing_get_reason (weighing, reason->advice, reason->kind, i) == reason)
      return TRUE;

  return FALSE;
}

static UpWeighing *
weigh (UpWhichWay *which_way, const char *answers)
{
  UpWayAnswers parsed = up_which_way_parse_answers (which_way, answers);
  g_autofree char *formatted = up_which_way_format_answers (which_way, parsed);

  g_assert_cmpstr (formatted, ==, answers);

  return up_which_way_weigh (which_way, parsed);
}

/* Counts on to the next answers, from 0 for none where @first is 0; FALSE after the last. */
static gboolean
go_on (UpWhichWay *which_way, UpWayAnswers *answers, guint8 first)
{
  for (guint i = 0; i < up_which_way_get_n_questions (which_way); i++)
    {
      if (answers->chosen[i] < up_which_way_get_question (which_way, i)->n_answers)
        {
          answers->chosen[i]++;
          return TRUE;
        }
      answers->chosen[i] = first;
    }

  return FALSE;
}

typedef struct
{
  UpWhichWay *which_way;
  guint urgency;
  guint private_safety;
  guint public_safety;
  guint harmed_safety;
  guint wishes;
  guint call_in;
  guint call_out;
  guint n_held[MOST_RULES]; /* how often a rule held */
  guint
    n_for[UP_WHICH_WAY_ADVICES]; /* how often something spoke for a way that was not ruled out */
  guint n_states;
  guint n_emergencies;
  guint n_contested;
  guint n_silent; /* ways of which nothing was said */
} Walk;

static gboolean
is_answered (Walk *walk, UpWayAnswers answers, guint question, const char *answer)
{
  const UpWayQuestion *asked = up_which_way_get_question (walk->which_way, question);
  guint chosen = answers.chosen[question];

  return chosen > 0 && g_str_equal (asked->answers[chosen - 1].id, answer);
}

static void
check_state (Walk *walk, UpWayAnswers answers, gboolean is_full)
{
  UpWhichWay *which_way = walk->which_way;
  guint n_advices = up_which_way_get_n_advices (which_way);
  gboolean is_threat = is_answered (walk, answers, walk->urgency, "threat");
  guint n[UP_WHICH_WAY_ADVICES][UP_N_REASONS] = { 0 };
  guint n_left = 0, n_spoken_for = 0;
  gboolean may_rule_out;

  walk->n_states++;
  g_assert_true (up_which_way_is_emergency (which_way, answers) == is_threat);
  if (is_threat)
    {
      walk->n_emergencies++;
      return;
    }

  for (guint i = 0; i < up_which_way_get_n_reasons (which_way); i++)
    {
      const UpWayReason *reason = up_which_way_get_reason (which_way, i);

      if (!up_which_way_holds (which_way, i, answers))
        continue;

      walk->n_held[i]++;
      n[reason->advice][reason->kind]++;
    }

  for (guint i = 0; i < n_advices; i++)
    {
      if (n[i][UP_REASON_RULES_OUT] > 0)
        {
          walk->n_contested += n[i][UP_REASON_FOR] > 0;
          continue;
        }
      n_left++;
      n_spoken_for += n[i][UP_REASON_FOR] > 0;
      walk->n_for[i] += n[i][UP_REASON_FOR] > 0;
      walk->n_silent += n[i][UP_REASON_FOR] + n[i][UP_REASON_AGAINST] == 0;
    }

  /* Safety rules out the one way that it is about, and no other. */
  may_rule_out = is_answered (walk, answers, walk->private_safety, "unsafe");
  g_assert_true ((n[walk->call_in][UP_REASON_RULES_OUT] > 0) == may_rule_out);
  may_rule_out =
    is_answered (walk, answers, walk->public_safety, "unsafe") ||
    (is_answered (walk, answers, walk->harmed_safety, "likely") &&
     answers.chosen[walk->wishes] > 0 && !is_answered (walk, answers, walk->wishes, "heard"));
  g_assert_true ((n[walk->call_out][UP_REASON_RULES_OUT] > 0) == may_rule_out);
  g_assert_cmpuint (n_left, >=, n_advices - 2);

  /* Something speaks for one of the ways that are left. */
  if (is_full)
    g_assert_cmpuint (n_spoken_for, >, 0);
}

static void
init_walk (Walk *walk, UpWhichWay *which_way)
{
  *walk = (Walk) { .which_way = which_way };
  walk->urgency = get_question (which_way, "urgency");
  walk->private_safety = get_question (which_way, "private-safety");
  walk->public_safety = get_question (which_way, "public-safety");
  walk->harmed_safety = get_question (which_way, "harmed-safety");
  walk->wishes = get_question (which_way, "wishes");
  walk->call_in = get_advice (which_way, "call-in");
  walk->call_out = get_advice (which_way, "call-out");
}

/* Every way there is to answer all questions. */
static void
test_all (void)
{
  g_autoptr (UpCatalog) catalog = up_catalog_new ("en");
  UpWhichWay *which_way = up_catalog_get_which_way (catalog);
  UpWayAnswers answers;
  guint n_reasons = up_which_way_get_n_reasons (which_way);
  guint n_expected = 1;
  Walk walk;

  init_walk (&walk, which_way);
  g_assert_cmpuint (n_reasons, <, MOST_RULES);
  for (guint i = 0; i < up_which_way_get_n_questions (which_way); i++)
    n_expected *= up_which_way_get_question (which_way, i)->n_answers;

  memset (answers.chosen, 1, sizeof answers.chosen);
  do
    check_state (&walk, answers, TRUE);
  while (go_on (which_way, &answers, 1));

  g_test_message ("%u states with all answers: %u emergencies; %u ways ruled out that something "
                  "speaks for; %u ways of which nothing is said",
                  walk.n_states, walk.n_emergencies, walk.n_contested, walk.n_silent);
  g_assert_cmpuint (walk.n_states, ==, n_expected);
  g_assert_cmpuint (walk.n_emergencies, ==, n_expected / 4);
  g_assert_cmpuint (walk.n_contested, >, 0);

  for (guint i = 0; i < n_reasons; i++)
    {
      if (walk.n_held[i] == 0)
        g_error ("The rule “%s” never holds", up_which_way_get_reason (which_way, i)->id);
      g_assert_cmpuint (walk.n_held[i], <, walk.n_states - walk.n_emergencies);
    }
  for (guint i = 0; i < up_which_way_get_n_advices (which_way); i++)
    g_assert_cmpuint (walk.n_for[i], >, 0);
}

/* Every way there is to answer up to four questions, and all but one. */
static void
test_some (void)
{
  g_autoptr (UpCatalog) catalog = up_catalog_new ("en");
  UpWhichWay *which_way = up_catalog_get_which_way (catalog);
  UpWayAnswers answers = UP_WAY_ANSWERS_NONE;
  Walk walk;

  init_walk (&walk, which_way);
  do
    {
      guint n = up_way_answers_count (answers);

      if (n <= 4 || n + 1 == up_which_way_get_n_questions (which_way))
        check_state (&walk, answers, FALSE);
    }
  while (go_on (which_way, &answers, 0));

  g_test_message ("%u states with up to four answers, or all but one: %u emergencies",
                  walk.n_states, walk.n_emergencies);
}

/* Without any answer all ways stand open, each with phrases, and nothing is said of them. */
static void
test_none (void)
{
  g_autoptr (UpCatalog) catalog = up_catalog_new ("en");
  UpWhichWay *which_way = up_catalog_get_which_way (catalog);
  g_autoptr (UpWeighing) none = weigh (which_way, "");
  g_autoptr (GPtrArray) phrases = up_which_way_pick_phrases (catalog, none);

  g_assert_false (up_weighing_is_emergency (none));
  g_assert_cmpuint (phrases->len, ==, up_which_way_get_n_advices (which_way));
  for (guint i = 0; i < up_which_way_get_n_advices (which_way); i++)
    {
      for (guint kind = 0; kind < UP_N_REASONS; kind++)
        g_assert_cmpuint (up_weighing_get_n_reasons (none, i, kind), ==, 0);
      g_assert_false (up_weighing_is_ruled_out (none, i));
      g_assert_cmpuint (((GPtrArray *) g_ptr_array_index (phrases, i))->len, ==,
                        UP_WHICH_WAY_PHRASES);
    }
}

static void
test_weighing (void)
{
  g_autoptr (UpCatalog) catalog = up_catalog_new ("en");
  UpWhichWay *which_way = up_catalog_get_which_way (catalog);
  g_autoptr (UpWeighing) none = weigh (which_way, "");
  g_autoptr (UpWeighing) unsafe = weigh (which_way, "private-safety=unsafe;influence=close");
  g_autoptr (UpWeighing) both =
    weigh (which_way, "private-safety=unsafe;public-safety=unsafe;influence=close");
  g_autoptr (UpWeighing) ally = weigh (which_way, "urgency=later;stand=witness;wishes=unknown");
  g_autoptr (UpWeighing) target = weigh (which_way, "urgency=later;stand=target;wishes=unknown");
  g_autoptr (UpWeighing) open = weigh (which_way, "urgency=later;wishes=unknown");
  g_autoptr (UpWeighing) threat =
    weigh (which_way, "urgency=threat;private-safety=unsafe;influence=close");
  guint call_in = get_advice (which_way, "call-in");
  guint call_out = get_advice (which_way, "call-out");

  /* What is ruled out is said to be, also where something speaks for it. */
  g_assert_true (up_weighing_is_ruled_out (unsafe, call_in));
  g_assert_true (up_weighing_is_contested (unsafe, call_in));
  g_assert_false (up_weighing_is_ruled_out (unsafe, call_out));
  g_assert_true (has_reason (unsafe, "in-unsafe"));
  g_assert_true (has_reason (unsafe, "in-influence"));
  g_assert_true (has_reason (unsafe, "out-private-unsafe"));

  /* Nobody is told that it may be safe among others who said that it is not. */
  g_assert_true (up_weighing_is_ruled_out (both, call_out));
  g_assert_false (up_weighing_is_contested (both, call_out));
  g_assert_false (has_reason (both, "out-private-unsafe"));
  g_assert_true (has_reason (both, "back-unsafe"));

  /* Who is harmed is not told to ask the person harmed. */
  g_assert_true (has_reason (ally, "out-ask-first"));
  g_assert_true (has_reason (open, "out-ask-first"));
  g_assert_false (has_reason (target, "out-ask-first"));
  g_assert_true (has_reason (target, "support-target"));

  /* Where help comes first there is nothing else. */
  g_assert_true (up_weighing_is_emergency (threat));
  for (guint i = 0; i < up_which_way_get_n_advices (which_way); i++)
    for (guint kind = 0; kind < UP_N_REASONS; kind++)
      g_assert_cmpuint (up_weighing_get_n_reasons (threat, i, kind), ==, 0);
  g_assert_false (up_weighing_is_ruled_out (threat, call_in));
  g_assert_cmpstr (
    up_which_way_get_advice (which_way, up_which_way_get_emergency (which_way)->advice)->id, ==,
    "bring-help");
  g_assert_cmpuint (up_which_way_get_emergency (which_way)->n_paragraphs, >, 0);

  g_assert_cmpuint (up_weighing_count_changes (unsafe, unsafe), ==, 0);
  g_assert_cmpuint (up_weighing_count_changes (none, unsafe), ==, 4);
  g_assert_cmpuint (up_weighing_count_changes (threat, unsafe), ==, 4);
  g_assert_cmpuint (up_weighing_count_changes (threat, none), ==, 0);
}

/* What was written long ago can still be read, as far as there is such a question. */
static void
test_answers (void)
{
  g_autoptr (UpCatalog) catalog = up_catalog_new ("en");
  UpWhichWay *which_way = up_catalog_get_which_way (catalog);
  UpWayAnswers answers = UP_WAY_ANSWERS_NONE;
  g_autofree char *text = NULL;

  g_assert_true (up_way_answers_equal (answers, up_which_way_parse_answers (which_way, NULL)));
  g_assert_true (up_way_answers_equal (
    answers, up_which_way_parse_answers (which_way, ";=;urgency;urgency=;mood=now;urgency=never")));

  do
    {
      g_autofree char *formatted = up_which_way_format_answers (which_way, answers);
      UpWayAnswers parsed = up_which_way_parse_answers (which_way, formatted);

      g_assert_true (up_way_answers_equal (answers, parsed));
      for (guint i = 0; i < 9973 && go_on (which_way, &answers, 0); i++)
        ;
    }
  while (up_way_answers_count (answers) > 0);

  answers = up_which_way_parse_answers (which_way, "wishes=quiet;gone=yes;urgency=soon");
  text = up_which_way_format_answers (which_way, answers);
  g_assert_cmpstr (text, ==, "urgency=soon;wishes=quiet");
  g_assert_cmpuint (up_way_answers_count (answers), ==, 2);
}

/* Three phrases for each way that is left, wherever a person stands and in every language; what they
 * are depends on nothing else. */
static void
test_phrases (void)
{
  static const char *const states[] = {
    "",
    "stand=target",
    "stand=witness",
    "stand=leader",
    "urgency=now;stand=leader",
    "urgency=now;stand=target;private-safety=unsafe;public-safety=unsafe",
    "urgency=threat;stand=witness",
  };
  g_autoptr (UpCatalog) catalog = up_catalog_new ("en");
  const char *const *languages = up_catalog_get_languages (catalog);

  for (guint l = 0; languages[l] != NULL; l++)
    for (guint s = 0; s < G_N_ELEMENTS (states); s++)
      {
        g_autoptr (UpWeighing) weighing = NULL;
        g_autoptr (GPtrArray) phrases = NULL;
        g_autoptr (GPtrArray) again = NULL;
        UpWhichWay *which_way;

        up_catalog_set_language (catalog, languages[l]);
        which_way = up_catalog_get_which_way (catalog);
        weighing = weigh (which_way, states[s]);
        phrases = up_which_way_pick_phrases (catalog, weighing);
        again = up_which_way_pick_phrases (catalog, weighing);
        g_assert_cmpuint (phrases->len, ==, up_which_way_get_n_advices (which_way));

        for (guint i = 0; i < phrases->len; i++)
          {
            const UpWayAdvice *advice = up_which_way_get_advice (which_way, i);
            GPtrArray *picked = g_ptr_array_index (phrases, i);
            gboolean is_none =
              up_weighing_is_emergency (weighing) || up_weighing_is_ruled_out (weighing, i);

            g_assert_cmpuint (picked->len, ==, is_none ? 0 : UP_WHICH_WAY_PHRASES);
            for (guint j = 0; j < picked->len; j++)
              {
                UpPhrase *phrase = g_ptr_array_index (picked, j);

                g_assert_true (phrase ==
                               g_ptr_array_index ((GPtrArray *) g_ptr_array_index (again, i), j));
                g_assert_true (g_strv_contains (advice->moves, up_phrase_get_move (phrase)));
                g_assert_true (phrase ==
                               up_catalog_find_phrase (catalog, NULL, up_phrase_get_id (phrase)));
                for (guint k = 0; k < j; k++)
                  g_assert_true (phrase != g_ptr_array_index (picked, k));
              }
          }
      }
}

/* A person who is harmed gets no phrase that is for somebody else, and what presses comes first. */
static void
test_fitting_phrases (void)
{
  g_autoptr (UpCatalog) catalog = up_catalog_new ("en");
  UpWhichWay *which_way = up_catalog_get_which_way (catalog);
  g_autoptr (UpWeighing) target = weigh (which_way, "stand=target");
  g_autoptr (UpWeighing) now = weigh (which_way, "urgency=now");
  g_autoptr (GPtrArray) for_target = up_which_way_pick_phrases (catalog, target);
  g_autoptr (GPtrArray) for_now = up_which_way_pick_phrases (catalog, now);
  GPtrArray *call_out = g_ptr_array_index (for_now, get_advice (which_way, "call-out"));

  for (guint i = 0; i < for_target->len; i++)
    {
      GPtrArray *picked = g_ptr_array_index (for_target, i);

      for (guint j = 0; j < picked->len; j++)
        {
          const char *move = up_phrase_get_move (g_ptr_array_index (picked, j));

          g_assert_true (up_move_is_for (up_catalog_find_move (catalog, move), UP_ROLE_TARGET));
        }
    }

  g_assert_cmpstr (up_phrase_get_move (g_ptr_array_index (call_out, 0)), ==, "set-limit");
}

/* Every reason that is the source's leads to the guide, and every text is there in each language. */
static void
test_content (void)
{
  g_autoptr (UpCatalog) catalog = up_catalog_new ("en");
  const char *const *languages = up_catalog_get_languages (catalog);

  for (guint l = 0; languages[l] != NULL; l++)
    {
      UpWhichWay *which_way;

      up_catalog_set_language (catalog, languages[l]);
      which_way = up_catalog_get_which_way (catalog);
      g_assert_true (which_way == up_catalog_get_which_way (catalog));
      g_assert_cmpuint (up_which_way_get_n_questions (which_way), ==, UP_WHICH_WAY_QUESTIONS);
      g_assert_cmpuint (up_which_way_get_n_advices (which_way), ==, UP_WHICH_WAY_ADVICES);
      g_assert_true (up_text_is_set (up_which_way_get_title (which_way)));
      g_assert_true (up_text_is_set (up_which_way_get_outro (which_way)));

      for (guint i = 0; i < up_which_way_get_n_advices (which_way); i++)
        {
          const UpWayAdvice *advice = up_which_way_get_advice (which_way, i);

          g_assert_true (up_text_is_set (advice->text));
          for (guint j = 0; advice->moves[j] != NULL; j++)
            g_assert_nonnull (up_catalog_find_move (catalog, advice->moves[j]));
        }
      for (guint i = 0; i < up_which_way_get_n_reasons (which_way); i++)
        {
          const UpWayReason *reason = up_which_way_get_reason (which_way, i);

          g_assert_true (up_text_is_set (reason->because));
          g_assert_true (reason->ours || reason->covers[0] != NULL);
          for (guint j = 0; reason->covers[j] != NULL; j++)
            g_assert_nonnull (
              up_guide_find_point (up_catalog_get_guide (catalog), reason->covers[j], NULL));
        }
    }
}

/* What stands on paper, block by block. */
static char *
print_document (UpDocument *document)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < up_document_get_n_blocks (document); i++)
    if (up_document_get_block (document, i)->text != NULL)
      g_string_append_printf (text, "%s\n", up_document_get_block (document, i)->text);

  return g_string_free (text, FALSE);
}

static void
test_document (void)
{
  g_autoptr (UpCatalog) catalog = up_catalog_new ("en");
  UpWhichWay *which_way = up_catalog_get_which_way (catalog);
  g_autoptr (UpWeighing) weighing = weigh (which_way, "urgency=now;public-safety=unsafe");
  g_autoptr (UpDocument) form = NULL, card = NULL, emergency = NULL;
  g_autofree char *form_text = NULL, *card_text = NULL, *emergency_text = NULL;

  form = up_which_way_compose_document (catalog, UP_WAY_ANSWERS_NONE);
  card = up_which_way_compose_document (catalog, up_weighing_get_answers (weighing));
  emergency = up_which_way_compose_document (
    catalog, up_which_way_parse_answers (which_way, "urgency=threat;stand=witness"));
  form_text = print_document (form);
  card_text = print_document (card);
  emergency_text = print_document (emergency);

  g_assert_cmpint (up_document_get_layout (form), ==, UP_DOCUMENT_ONE_PAGE);
  for (guint i = 0; i < up_which_way_get_n_questions (which_way); i++)
    {
      const UpWayQuestion *question = up_which_way_get_question (which_way, i);

      g_assert_nonnull (strstr (form_text, question->title.text));
      for (guint j = 0; j < question->n_answers; j++)
        g_assert_nonnull (strstr (form_text, question->answers[j].title.text));
    }

  for (guint i = 0; i < up_which_way_get_n_advices (which_way); i++)
    {
      g_assert_nonnull (strstr (form_text, up_which_way_get_advice (which_way, i)->title.text));
      g_assert_nonnull (strstr (card_text, up_which_way_get_advice (which_way, i)->title.text));
      for (guint kind = 0; kind < UP_N_REASONS; kind++)
        for (guint j = 0; j < up_weighing_get_n_reasons (weighing, i, kind); j++)
          g_assert_nonnull (
            strstr (card_text, up_weighing_get_reason (weighing, i, kind, j)->because.text));
    }
  g_assert_null (strstr (card_text, find_reason (which_way, "in-open")->because.text));

  /* Help, and nothing to practise. */
  g_assert_nonnull (
    strstr (emergency_text, up_which_way_get_emergency (which_way)->paragraphs[0].text));
  g_assert_null (strstr (emergency_text, up_which_way_get_advice (which_way, 0)->title.text));
  for (guint i = 0; i < up_document_get_n_blocks (emergency); i++)
    g_assert_cmpint (up_document_get_block (emergency, i)->kind, !=, UP_DOCUMENT_QUOTATION);
}

/* What is wrong is told, whether or not the schema is asked first, and crashes nothing. */
static void
test_problems (void)
{
  static const struct
  {
    const char *edit;
    const char *json;
    const char *path;
  } cases[] = {
    { "questions[0].answers[1].id", "\"threat\"", "$.questions[0]" },
    { "questions[1]", "1", "$.questions[1]" },
    { "rules[0].when", "{\"mood\": [\"now\"]}", "$.rules[0].when" },
    { "rules[0].when", "{\"urgency\": []}", "$.rules[0].when" },
    { "rules[0].when", "{\"urgency\": [\"never\"]}", "$.rules[0].when" },
    { "rules[0].speaksFor", "\"shout\"", "$.rules[0]" },
    { "rules[1].id", "\"in-influence\"", "$.rules[1].id" },
    { "advices[0].id", "\"shout\"", "$.advices[0].id" },
    { "emergency.advice", "\"shout\"", "$.emergency.advice" },
    { "emergency.text", "\"Run.\"", "$.emergency.text" },
  };
  g_autofree char *path =
    g_build_filename (g_getenv ("UPSTANDER_SOURCE"), "data", "content", "which-way.json", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int trusted = 0; trusted < 2; trusted++)
      {
        g_autoptr (UpContentReader) reader = up_content_reader_new ();
        g_autoptr (JsonParser) parser = json_parser_new ();
        g_autoptr (GPtrArray) problems = up_test_new_problems ();
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (GError) error = NULL;

        g_test_message ("%s: %s", cases[i].edit, cases[i].json);
        g_assert_true (json_parser_load_from_file (parser, path, NULL));
        up_test_edit (json_parser_get_root (parser), cases[i].edit, cases[i].json);
        bytes = up_test_bytes (json_parser_get_root (parser));
        up_content_reader_set_trusted (reader, trusted);
        g_assert_null (
          up_content_reader_read_which_way (reader, bytes, "which-way.json", problems, &error));
        g_assert_error (error, UP_CONTENT_ERROR, UP_CONTENT_ERROR_INVALID);
        up_test_print_problems (problems);
        g_assert_cmpuint (problems->len, >, 0);
        g_assert_true (
          g_str_has_prefix (((UpProblem *) g_ptr_array_index (problems, 0))->path, cases[i].path));
      }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/which-way/all", test_all);
  g_test_add_func ("/which-way/some", test_some);
  g_test_add_func ("/which-way/none", test_none);
  g_test_add_func ("/which-way/weighing", test_weighing);
  g_test_add_func ("/which-way/answers", test_answers);
  g_test_add_func ("/which-way/phrases", test_phrases);
  g_test_add_func ("/which-way/fitting-phrases", test_fitting_phrases);
  g_test_add_func ("/which-way/content", test_content);
  g_test_add_func ("/which-way/document", test_document);
  g_test_add_func ("/which-way/problems", test_problems);

  return g_test_run ();
}
