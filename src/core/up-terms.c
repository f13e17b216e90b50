/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-terms.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  const char *title;
} Term;

typedef struct
{
  const char *context;
  const Term *terms;
  guint n_terms;
} List;

static const Term roles[] = {
  { "ally", NC_ ("role", "Ally") },
  { "target", NC_ ("role", "Person harmed") },
  { "called", NC_ ("role", "Person called in or out") },
  { "leader", NC_ ("role", "Leader") },
};

static const Term places[] = {
  { "work", NC_ ("place", "Work") },
  { "study", NC_ ("place", "Study") },
  { "family", NC_ ("place", "Family") },
  { "friends", NC_ ("place", "Friends") },
  { "neighbourhood", NC_ ("place", "Neighbourhood") },
  { "street", NC_ ("place", "Street") },
  { "sport", NC_ ("place", "Sport") },
  { "club", NC_ ("place", "Club") },
  { "online", NC_ ("place", "Online") },
  { "service", NC_ ("place", "Shops and services") },
  { "care", NC_ ("place", "Health and care") },
};

/* The power of the other person over the learner. */
static const Term powers[] = {
  { "above", NC_ ("power", "The other person has more power") },
  { "peer", NC_ ("power", "Both have about the same power") },
  { "below", NC_ ("power", "The other person has less power") },
  { "none", NC_ ("power", "Neither has power over the other") },
};

static const Term ties[] = {
  { "close", NC_ ("tie", "Close") },          { "family", NC_ ("tie", "Family") },
  { "colleague", NC_ ("tie", "Colleagues") }, { "acquaintance", NC_ ("tie", "Acquaintances") },
  { "stranger", NC_ ("tie", "Strangers") },
};

static const Term harms[] = {
  { "race", NC_ ("harm", "Race") },
  { "ethnicity", NC_ ("harm", "Ethnicity") },
  { "migration", NC_ ("harm", "Migration") },
  { "gender", NC_ ("harm", "Gender") },
  { "gender-identity", NC_ ("harm", "Gender identity") },
  { "sexuality", NC_ ("harm", "Sexuality") },
  { "disability", NC_ ("harm", "Disability") },
  { "religion", NC_ ("harm", "Religion") },
  { "age", NC_ ("harm", "Age") },
  { "class", NC_ ("harm", "Social class") },
  { "language", NC_ ("harm", "Language and accent") },
  { "body", NC_ ("harm", "Body and looks") },
  { "mental-health", NC_ ("harm", "Mental health") },
};

static const Term parts[] = {
  { "harms", NC_ ("part", "Does the harm") },    { "harmed", NC_ ("part", "Is harmed") },
  { "bystander", NC_ ("part", "Is there") },     { "authority", NC_ ("part", "Has authority") },
  { "caller", NC_ ("part", "Calls in or out") },
};

static const Term audiences[] = {
  { "one-to-one", NC_ ("audience", "Two people alone") },
  { "small-group", NC_ ("audience", "A few people can hear") },
  { "group", NC_ ("audience", "A group can hear") },
  { "public", NC_ ("audience", "Anyone can hear") },
};

static const Term ways[] = {
  { "call-in", NC_ ("way", "Calling in") },
  { "call-out", NC_ ("way", "Calling out") },
  { "support", NC_ ("way", "Supporting the person harmed") },
  { "distract", NC_ ("way", "Distracting") },
  { "bring-help", NC_ ("way", "Bringing help") },
  { "document", NC_ ("way", "Documenting") },
  { "report", NC_ ("way", "Reporting") },
  { "set-limit", NC_ ("way", "Setting a limit") },
  { "delay", NC_ ("way", "Speaking later") },
  { "step-back", NC_ ("way", "Stepping back") },
  { "let-pass", NC_ ("way", "Letting it pass") },
  { "pause", NC_ ("way", "Pausing") },
  { "ask-time", NC_ ("way", "Asking for time") },
  { "clarify", NC_ ("way", "Asking what is meant") },
  { "acknowledge", NC_ ("way", "Acknowledging") },
  { "repair", NC_ ("way", "Repairing") },
  { "disagree-with-care", NC_ ("way", "Disagreeing with care") },
  { "deflect", NC_ ("way", "Deflecting") },
  { "collapse", NC_ ("way", "Falling apart") },
  { "lean-on-harmed", NC_ ("way", "Leaning on the person harmed") },
};

static const Term considerations[] = {
  { "urgency", NC_ ("consideration", "Urgency") },
  { "influence", NC_ ("consideration", "Influence") },
  { "safety", NC_ ("consideration", "Safety") },
  { "openness", NC_ ("consideration", "Openness") },
  { "self-care", NC_ ("consideration", "Caring for oneself") },
  { "wishes", NC_ ("consideration", "What the person harmed wants") },
  { "position", NC_ ("consideration", "One’s own position") },
  { "impact", NC_ ("consideration", "Impact") },
};

static const Term confidence_steps[] = {
  { "not-yet", NC_ ("confidence", "Not yet") }, { "a-little", NC_ ("confidence", "A little") },
  { "halfway", NC_ ("confidence", "Halfway") }, { "rather", NC_ ("confidence", "Rather") },
  { "fully", NC_ ("confidence", "Fully") },
};

static const Term leans[] = {
  { "in", NC_ ("lean", "Calling in") },
  { "out", NC_ ("lean", "Calling out") },
  { "either", NC_ ("lean", "Either") },
};

static const Term addresses[] = {
  { "informal", NC_ ("address", "Informal") },
  { "formal", NC_ ("address", "Formal") },
  { "neutral", NC_ ("address", "Neutral") },
};

static const Term reviews[] = {
  { "unreviewed", NC_ ("review", "Not reviewed yet") },
  { "practitioner", NC_ ("review", "Reviewed by a practitioner") },
  { "lived-experience", NC_ ("review", "Reviewed by people with lived experience") },
  { "native", NC_ ("review", "Reviewed by a native speaker") },
};

static const Term harm_effects[] = {
  { "stopped", NC_ ("effect", "The harm stopped") },
  { "slowed", NC_ ("effect", "The harm became less") },
  { "named", NC_ ("effect", "The harm was named") },
  { "goes-on", NC_ ("effect", "It goes on for now") },
  { "unclear", NC_ ("effect", "It is not clear yet") },
};

static const Term harmed_effects[] = {
  { "supported", NC_ ("effect", "The person harmed has support") },
  { "heard", NC_ ("effect", "The person harmed was heard") },
  { "alone", NC_ ("effect", "The person harmed was alone with it") },
  { "exposed", NC_ ("effect", "The person harmed was exposed") },
  { "not-asked", NC_ ("effect", "The person harmed was not asked") },
};

static const Term relationship_effects[] = {
  { "closer", NC_ ("effect", "The relationship is closer") },
  { "open", NC_ ("effect", "The relationship stays open") },
  { "unchanged", NC_ ("effect", "The relationship is unchanged") },
  { "strained", NC_ ("effect", "The relationship is strained") },
  { "ended", NC_ ("effect", "The relationship has ended") },
};

/* How the learner is left. */
static const Term own_effects[] = {
  { "steady", NC_ ("effect", "Steady") },           { "relieved", NC_ ("effect", "Relieved") },
  { "uneasy", NC_ ("effect", "Uneasy") },           { "tired", NC_ ("effect", "Tired") },
  { "learning", NC_ ("effect", "Still learning") },
};

static const Term shows[] = {
  { "deliberate-harm", NULL }, { "habit", NULL },      { "mistaken-call", NULL },
  { "ally-worsens", NULL },    { "out-serves", NULL }, { "talk-fails", NULL },
};

#define LIST(context, terms) { (context), (terms), G_N_ELEMENTS (terms) }

static const List lists[UP_N_TERMS] = {
  [UP_TERMS_ROLE] = LIST ("role", roles),
  [UP_TERMS_PLACE] = LIST ("place", places),
  [UP_TERMS_POWER] = LIST ("power", powers),
  [UP_TERMS_TIE] = LIST ("tie", ties),
  [UP_TERMS_HARM] = LIST ("harm", harms),
  [UP_TERMS_PART] = LIST ("part", parts),
  [UP_TERMS_AUDIENCE] = LIST ("audience", audiences),
  [UP_TERMS_WAY] = LIST ("way", ways),
  [UP_TERMS_CONSIDERATION] = LIST ("consideration", considerations),
  [UP_TERMS_LEAN] = LIST ("lean", leans),
  [UP_TERMS_ADDRESS] = LIST ("address", addresses),
  [UP_TERMS_REVIEW] = LIST ("review", reviews),
  [UP_TERMS_EFFECT_HARM] = LIST ("effect", harm_effects),
  [UP_TERMS_EFFECT_HARMED] = LIST ("effect", harmed_effects),
  [UP_TERMS_EFFECT_RELATIONSHIP] = LIST ("effect", relationship_effects),
  [UP_TERMS_EFFECT_YOU] = LIST ("effect", own_effects),
  [UP_TERMS_CONFIDENCE] = LIST ("confidence", confidence_steps),
  [UP_TERMS_SHOWS] = LIST (NULL, shows),
};

/**
 * up_terms_get_length:
 * @terms: a closed list
 *
 * Returns: how many values the list has
 */
guint
up_terms_get_length (UpTerms terms)
{
  g_return_val_if_fail (terms < UP_N_TERMS, 0);

  return lists[terms].n_terms;
}

/**
 * up_terms_parse:
 * @terms: a closed list
 * @id: (nullable): an id, as content files write it
 *
 * Returns: the value's place in the list, or -1 where the list has no such id
 */
int
up_terms_parse (UpTerms terms, const char *id)
{
  g_return_val_if_fail (terms < UP_N_TERMS, -1);

  if (id == NULL)
    return -1;

  for (guint i = 0; i < lists[terms].n_terms; i++)
    if (g_str_equal (lists[terms].terms[i].id, id))
      return i;

  return -1;
}

/**
 * up_terms_get_id:
 * @terms: a closed list
 * @value: a value's place in it
 *
 * What content files and saves write for the value.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where there is no such value
 */
const char *
up_terms_get_id (UpTerms terms, int value)
{
  g_return_val_if_fail (terms < UP_N_TERMS, NULL);

  if (value < 0 || (guint) value >= lists[terms].n_terms)
    return NULL;

  return lists[terms].terms[value].id;
}

/**
 * up_terms_get_title:
 * @terms: a closed list
 * @value: a value's place in it
 *
 * What the value is called in the interface's language, in sentence case.
 *
 * Returns: (transfer none) (nullable): the title, or %NULL where there is no such value or the list,
 *   %UP_TERMS_SHOWS, is never shown
 */
const char *
up_terms_get_title (UpTerms terms, int value)
{
  g_return_val_if_fail (terms < UP_N_TERMS, NULL);

  if (value < 0 || (guint) value >= lists[terms].n_terms)
    return NULL;
  if (lists[terms].terms[value].title == NULL)
    return NULL;

  return g_dpgettext2 (GETTEXT_PACKAGE, lists[terms].context, lists[terms].terms[value].title);
}

/**
 * up_way_is_indirect:
 * @way: a way of responding
 *
 * Whether the way answers harm without confronting who does it: of the five common ways of bystander
 * intervention, four are of this kind, and each scenario holds at least one.
 *
 * Returns: %TRUE where it does
 */
gboolean
up_way_is_indirect (UpWay way)
{
  switch (way)
    {
    case UP_WAY_SUPPORT:
    case UP_WAY_DISTRACT:
    case UP_WAY_BRING_HELP:
    case UP_WAY_DOCUMENT:
    case UP_WAY_REPORT:
    case UP_WAY_DELAY:
      return TRUE;

    case UP_WAY_CALL_IN:
    case UP_WAY_CALL_OUT:
    case UP_WAY_SET_LIMIT:
    case UP_WAY_STEP_BACK:
    case UP_WAY_LET_PASS:
    case UP_WAY_PAUSE:
    case UP_WAY_ASK_TIME:
    case UP_WAY_CLARIFY:
    case UP_WAY_ACKNOWLEDGE:
    case UP_WAY_REPAIR:
    case UP_WAY_DISAGREE_WITH_CARE:
    case UP_WAY_DEFLECT:
    case UP_WAY_COLLAPSE:
    case UP_WAY_LEAN_ON_HARMED:
    default:
      return FALSE;
    }
}
