/* SPDX-FileCopyrightText: Upstander contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  UP_COMMAND_SECTION_GENERAL,
  UP_COMMAND_SECTION_PLACES,
  UP_COMMAND_SECTION_READING,
  UP_COMMAND_SECTION_PRACTICE,
  UP_COMMAND_SECTION_PHRASES,
  UP_COMMAND_SECTION_JOURNAL,
  UP_N_COMMAND_SECTIONS
} UpCommandSection;

/**
 * UpCommand:
 * @action: the detailed name of the action
 * @accelerators: up to two accelerators
 * @title: what it does, untranslated
 * @section: where the shortcuts dialog lists it
 */
typedef struct
{
  const char *action;
  const char *accelerators[2];
  const char *title;
  UpCommandSection section;
} UpCommand;

const UpCommand *up_commands_get (guint *n_commands);
const char *up_command_section_get_title (UpCommandSection section);
void up_commands_set_accelerators (GtkApplication *application);
void up_commands_limit_accelerators (GtkApplication *application, const char *const *kept);
void up_commands_bind (GtkWidgetClass *widget_class, const char *prefix);

G_END_DECLS
