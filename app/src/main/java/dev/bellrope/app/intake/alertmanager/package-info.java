/**
 * The webhooks of Prometheus Alertmanager, version 4. The entry point is {@link
 * dev.bellrope.app.intake.alertmanager.Alertmanager}.
 */
@NullMarked
package dev.bellrope.app.intake.alertmanager;

import org.jspecify.annotations.NullMarked;
