/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "up-card-private.h"

#include "up-catalog-private.h"

struct _UpCard
{
  GObject parent_instance;

  char *id;
  UpText title; /* the texts are owned, their languages interned */
  UpText summary;
  UpText content_note;
  const char *language; /* of the story, interned */
  guint minutes;
  int role;
  int place;
  int power;
  int tie;
  int review;
  GArray *harms; /* of int */
};

G_DEFINE_FINAL_TYPE (UpCard, up_card, G_TYPE_OBJECT)

static void
up_card_finalize (GObject *object)
{
  UpCard *self = UP_CARD (object);

  g_free (self->id);
  g_free ((char *) self->title.text);
  g_free ((char *) self->summary.text);
  g_free ((char *) self->content_note.text);
  g_array_unref (self->harms);

  G_OBJECT_CLASS (up_card_parent_class)->finalize (object);
}

static void
up_card_class_init (UpCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = up_card_finalize;
}

static void
up_card_init (UpCard *self)
{
  self->harms = g_array_new (FALSE, FALSE, sizeof (int));
}

static UpText
create_text (JsonObject *entry, UpTranslation *texts, UpForm form, const char *id,
             const char *member)
{
  g_autofree char *path = g_strdup_printf ("scenarios/%s/%s", id, member);
  const char *translated = texts != NULL ? up_translation_lookup (texts, path) : NULL;

  if (translated != NULL)
    {
      char *chosen = up_form_apply (translated, form);

      return (UpText) { chosen != NULL ? chosen : g_strdup (translated),
                        up_translation_get_language (texts) };
    }

  return (UpText) { g_strdup (json_object_get_string_member (entry, member)),
                    g_intern_static_string (UP_SOURCE_LANGUAGE) };
}

static int
get_term (JsonObject *entry, UpTerms terms, const char *member)
{
  return up_terms_parse (terms, json_object_get_string_member (entry, member));
}

/**
 * up_card_new: (skip)
 * @entry: what the index says of a scenario
 * @texts: (nullable): the index's texts in the catalogue's language, or %NULL where that is English
 * @form: the form in which they speak of the learner
 * @language: the BCP 47 tag of the language that the story will be told in
 *
 * The card's own texts are translated one by one, since a card can be read before its story is there in
 * the language.
 *
 * Returns: (transfer full): the scenario's card
 */
UpCard *
up_card_new (JsonObject *entry, UpTranslation *texts, UpForm form, const char *language)
{
  UpCard *self;
  JsonArray *harms;

  g_return_val_if_fail (entry != NULL, NULL);
  g_return_val_if_fail (texts == NULL || UP_IS_TRANSLATION (texts), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  self = g_object_new (UP_TYPE_CARD, NULL);
  self->id = g_strdup (json_object_get_string_member (entry, "id"));
  self->title = create_text (entry, texts, form, self->id, "title");
  self->summary = create_text (entry, texts, form, self->id, "summary");
  self->content_note = create_text (entry, texts, form, self->id, "contentNote");
  self->language = g_intern_string (language);
  self->minutes = (guint) json_object_get_int_member (entry, "minutes");
  self->role = get_term (entry, UP_TERMS_ROLE, "role");
  self->place = get_term (entry, UP_TERMS_PLACE, "place");
  self->power = get_term (entry, UP_TERMS_POWER, "power");
  self->tie = get_term (entry, UP_TERMS_TIE, "tie");
  self->review = get_term (entry, UP_TERMS_REVIEW, "review");

  harms = json_object_get_array_member (entry, "harms");
  for (guint i = 0; i < json_array_get_length (harms); i++)
    {
      int harm = up_terms_parse (UP_TERMS_HARM, json_array_get_string_element (harms, i));

      g_array_append_val (self->harms, harm);
    }

  return self;
}

/**
 * up_card_get_id:
 * @self: a card
 *
 * Returns: (transfer none): the id of its scenario
 */
const char *
up_card_get_id (UpCard *self)
{
  g_return_val_if_fail (UP_IS_CARD (self), NULL);

  return self->id;
}

/**
 * up_card_get_title:
 * @self: a card
 *
 * Returns: (transfer none): the scenario's title
 */
UpText
up_card_get_title (UpCard *self)
{
  g_return_val_if_fail (UP_IS_CARD (self), UP_TEXT_NONE);

  return self->title;
}

/**
 * up_card_get_summary:
 * @self: a card
 *
 * Returns: (transfer none): what the scenario is about, in a sentence or two
 */
UpText
up_card_get_summary (UpCard *self)
{
  g_return_val_if_fail (UP_IS_CARD (self), UP_TEXT_NONE);

  return self->summary;
}

/**
 * up_card_get_content_note:
 * @self: a card
 *
 * Returns: (transfer none): what in the scenario may hurt
 */
UpText
up_card_get_content_note (UpCard *self)
{
  g_return_val_if_fail (UP_IS_CARD (self), UP_TEXT_NONE);

  return self->content_note;
}

/**
 * up_card_get_minutes:
 * @self: a card
 *
 * Returns: how long the scenario takes, in minutes
 */
guint
up_card_get_minutes (UpCard *self)
{
  g_return_val_if_fail (UP_IS_CARD (self), 0);

  return self->minutes;
}

/**
 * up_card_get_role:
 * @self: a card
 *
 * Returns: who the learner is in the scenario
 */
UpRole
up_card_get_role (UpCard *self)
{
  g_return_val_if_fail (UP_IS_CARD (self), UP_ROLE_ALLY);

  return (UpRole) self->role;
}

/**
 * up_card_get_place:
 * @self: a card
 *
 * Returns: the place, in %UP_TERMS_PLACE
 */
int
up_card_get_place (UpCard *self)
{
  g_return_val_if_fail (UP_IS_CARD (self), -1);

  return self->place;
}

/**
 * up_card_get_power:
 * @self: a card
 *
 * Returns: the other person's power over the learner, in %UP_TERMS_POWER
 */
int
up_card_get_power (UpCard *self)
{
  g_return_val_if_fail (UP_IS_CARD (self), -1);

  return self->power;
}

/**
 * up_card_get_tie:
 * @self: a card
 *
 * Returns: what the other person is to the learner, in %UP_TERMS_TIE
 */
int
up_card_get_tie (UpCard *self)
{
  g_return_val_if_fail (UP_IS_CARD (self), -1);

  return self->tie;
}

/**
 * up_card_get_review:
 * @self: a card
 *
 * Returns: who has read the scenario, in %UP_TERMS_REVIEW
 */
int
up_card_get_review (UpCard *self)
{
  g_return_val_if_fail (UP_IS_CARD (self), -1);

  return self->review;
}

/**
 * up_card_get_n_harms:
 * @self: a card
 *
 * Returns: how many kinds of harm the scenario is about
 */
guint
up_card_get_n_harms (UpCard *self)
{
  g_return_val_if_fail (UP_IS_CARD (self), 0);

  return self->harms->len;
}

/**
 * up_card_get_harm:
 * @self: a card
 * @i: which, below up_card_get_n_harms()
 *
 * Returns: a kind of harm, in %UP_TERMS_HARM
 */
int
up_card_get_harm (UpCard *self, guint i)
{
  g_return_val_if_fail (UP_IS_CARD (self), -1);
  g_return_val_if_fail (i < self->harms->len, -1);

  return g_array_index (self->harms, int, i);
}

/**
 * up_card_get_language:
 * @self: a card
 *
 * Returns: (transfer none): the BCP 47 tag of the language that the whole scenario will be told in
 */
const char *
up_card_get_language (UpCard *self)
{
  g_return_val_if_fail (UP_IS_CARD (self), NULL);

  return self->language;
}
