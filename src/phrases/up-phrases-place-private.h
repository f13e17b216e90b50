/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "up-phrase-browser.h"
#include "up-phrases-place.h"

G_BEGIN_DECLS

struct _UpPhrasesPlace
{
  AdwBin parent_instance;

  AdwToastOverlay *toast_overlay;
  AdwNavigationView *view;
  UpPhraseBrowser *browser;

  UpCatalog *catalog;
  UpJournal *journal;
  GSettings *settings;
  char *chosen;         /* the language that was asked for; empty for that of the content */
  const char *language; /* the one that the library is shown in, interned */
  UpEntry *erased;      /* the phrase that was erased last, to be restored */
  gboolean was_favourite;
};

/* up-phrases-place.c */
AdwNavigationPage *up_phrases_place_get_page (UpPhrasesPlace *self);
gboolean up_phrases_place_show (UpPhrasesPlace *self, const char *location);
void up_phrases_place_show_toast (UpPhrasesPlace *self, AdwToast *toast);

/* up-phrases-own.c: what is done with phrases of one's own. */
void up_phrases_own_install (GtkWidgetClass *widget_class);

G_END_DECLS
