package dev.bellrope.core.scenario;

import static dev.bellrope.core.scenario.Scenario.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who owns it: handed over, stood in for, looked for. */
class C_PeopleTest {
    @Test
    @DisplayName("a handoff is offered and taken")
    void C01_handoff_taken() {
        scenario()
                .at("Mon 09:00")
                .opens("S3", "T3")
                .does("ana", new Command.Acknowledge())
                .skip()
                .at("Mon 16:50")
                .does("ana", handoff())
                .at("Mon 16:55")
                .does("bo", new Command.AcceptHandoff())
                .journal("""
                        Mon 16:50  handoff      offered to Bo: the disk is on its way; next: call the vendor
                        Mon 16:55  handoff      taken by Bo
                        Mon 16:55  owner        Bo  (took the handoff)   because handed over
                        """)
                .told("""
                        Mon 16:50  person:bo  handoff: it is offered to you
                        Mon 16:55  person:ana  handoff-accepted: the handoff was taken
                        """);
    }

    @Test
    @DisplayName("a handoff is offered and declined: it stays where it was")
    void C02_handoff_declined() {
        Scenario scenario = scenario()
                .at("Mon 09:00")
                .opens("S3", "T3")
                .skip()
                .does("ana", handoff())
                .does("lea", new Command.AcceptHandoff())
                .does("bo", new Command.DeclineHandoff("I leave at noon"))
                .journal("""
                        Mon 09:00  handoff      offered to Bo: the disk is on its way; next: call the vendor
                        Mon 09:00  refused      accept-handoff   because the handoff is offered to Bo, who alone answers it; to decide otherwise, assign the owner
                        Mon 09:00  handoff      not taken by Bo   because I leave at noon
                        """);
        assertThat(scenario.state().findOwner()).contains("ana");
    }

    @Test
    @DisplayName("a handoff that nobody takes in a quarter of an hour is said, and can be offered again")
    void C03_handoff_overdue() {
        scenario()
                .at("Mon 09:00")
                .opens("S3", "T3")
                .skip()
                .does("ana", handoff())
                .at("Mon 09:15")
                .ticks()
                .does("ana", handoff())
                .journal("""
                        Mon 09:00  handoff      offered to Bo: the disk is on its way; next: call the vendor
                        Mon 09:15  handoff      not taken by Bo in time
                        Mon 09:15  handoff      offered to Bo: the disk is on its way; next: call the vendor
                        """);
    }

    @Test
    @DisplayName("an absent owner's stand-in takes over when the next clock strikes")
    void C04_T61_the_stand_in_takes_over() {
        scenario()
                .away("ana", "Mon 10:00", "Wed 09:00")
                .at("Mon 09:00")
                .opens("S3", "T3")
                .skip()
                .at("Mon 11:00")
                .ticks()
                .journal("""
                        Mon 11:00  owner        Bo  (stands in for Ana, absent until 2026-11-18 09:00 Europe/Prague (holiday), on duty until 17:00 Europe/Prague)   because Ana is away
                        Mon 11:00  warned       acknowledge is at 50% of its time
                        """)
                .told("""
                        Mon 11:00  person:bo  assigned: you are its owner
                        Mon 11:00  person:bo  warned: acknowledge is at 50% of its time
                        """);
    }

    @Test
    @DisplayName("where nobody owns it somebody is looked for every quarter of an hour, and people are told once")
    void C05_T72_an_owner_is_looked_for() {
        scenario()
                .playbook(playbook -> playbook.without("acknowledge"))
                .away("ana", "Mon 07:00", "Mon 09:40")
                .away("bo", "Mon 07:00", "Mon 12:00")
                .away("lea", "Mon 07:00", "Mon 12:00")
                .away("mia", "Mon 07:00", "Mon 12:00")
                .away("vic", "Mon 07:00", "Mon 12:00")
                .at("Mon 09:00")
                .opens("S3", "T3")
                .at("Mon 10:00")
                .ticks()
                .journal("""
                        Mon 09:00  opened       S3 T3  Orders fail   because outage: orders fail
                        Mon 09:00  nobody       as owner   because nobody of team platform is available, so everybody was looked at; nobody is available: Ana is absent until 2026-11-16 09:40 Europe/Prague (holiday), Bo is absent until 2026-11-16 12:00 Europe/Prague (holiday), Lea is absent until 2026-11-16 12:00 Europe/Prague (holiday) and 2 more
                        Mon 09:00  nobody       as facilitator   because nobody with the duty escalation-manager is available: Mia is absent until 2026-11-16 12:00 Europe/Prague (holiday)
                        Mon 09:00  target       plan by Tue 17:00  (16h of office hours)
                        Mon 09:00  target       update by Mon 17:00  (8h of office hours)
                        Mon 09:00  target       resolve by Fri 17:00  (1d 16h of office hours)
                        Mon 09:15  nobody       as owner   because nobody of team platform is available, so everybody was looked at; nobody is available: Ana is absent until 2026-11-16 09:40 Europe/Prague (holiday), Bo is absent until 2026-11-16 12:00 Europe/Prague (holiday), Lea is absent until 2026-11-16 12:00 Europe/Prague (holiday) and 2 more
                        Mon 09:30  nobody       as owner   because nobody of team platform is available, so everybody was looked at; nobody is available: Ana is absent until 2026-11-16 09:40 Europe/Prague (holiday), Bo is absent until 2026-11-16 12:00 Europe/Prague (holiday), Lea is absent until 2026-11-16 12:00 Europe/Prague (holiday) and 2 more
                        Mon 09:45  owner        Ana  (on duty until 17:00 Europe/Prague, nothing open)   because nobody owned it
                        """)
                .told("""
                        Mon 09:00  person:lea  vacant: nobody was found as its owner, facilitator
                        Mon 09:45  person:ana  assigned: you are its owner
                        """);
    }

    @Test
    @DisplayName("asking for somebody else where there is nobody else leaves it with its owner")
    void C06_nobody_else() {
        Scenario scenario = scenario()
                .without("bo", "lea", "mia", "vic")
                .at("Mon 09:00")
                .opens("S3", "T3")
                .skip()
                .does("mia", new Command.Assign("owner", "", "Ana is busy"))
                .journal("""
                        Mon 09:00  refused      assign   because nobody else could be found as owner: nobody of team platform is available, so everybody was looked at; nobody is available: Ana is left out on request
                        """);
        assertThat(scenario.state().findOwner()).contains("ana");
    }

    @Test
    @DisplayName("a role is given by a manager, or taken by oneself; nobody absent is given one")
    void C07_roles_are_given() {
        scenario()
                .away("lea", "Mon 07:00", "Tue 09:00")
                .at("Mon 09:00")
                .opens("S3", "T3")
                .skip()
                .does("bo", new Command.Assign("communications", "bo", "I know Joe"))
                .does("bo", new Command.Assign("owner", "ana", "she should"))
                .does("bo", new Command.Assign("owner", "bo", "I should"))
                .does("bo", new Command.Assign("vp-engineering", "bo", "I would like to decide"))
                .does("bo", new Command.Assign("executive", "bo", "I would like to waive"))
                .does("mia", new Command.Assign("executive", "mia", "I would like to waive"))
                .does("bo", new Command.HandOff("bo", "I am faster", "", "call"))
                .does("mia", new Command.Assign("owner", "lea", "the database"))
                .does("mia", new Command.Assign("owner", "bo", "the database"))
                .journal("""
                        Mon 09:00  communications Bo  (took it)   because I know Joe
                        Mon 09:00  refused      assign   because Bo may not assign; the playbook lets manager
                        Mon 09:00  refused      assign   because Ana is owner; it changes hands by a handoff, or by those whom the playbook lets assign: manager
                        Mon 09:00  refused      assign   because Bo does not have the duty vp-engineering, so it is given by those whom the playbook lets assign: manager
                        Mon 09:00  refused      assign   because 'executive' is no role of ESC-1; there are owner, backup, sponsor, facilitator, communications, specialist-lead, vp-engineering
                        Mon 09:00  refused      assign   because 'executive' is no role of ESC-1; there are owner, backup, sponsor, facilitator, communications, specialist-lead, vp-engineering
                        Mon 09:00  refused      hand-off   because it is Ana who may hand it over, or somebody whom the playbook lets assign: manager
                        Mon 09:00  refused      assign   because Lea is absent now: holiday, back at 2026-11-17T09:00 Europe/Prague
                        Mon 09:00  owner        Bo  (given by Mia)   because the database
                        """);
    }

    @Test
    @DisplayName("whoever is offered a handoff takes it, and not the role; nobody takes what changed hands meanwhile")
    void C08_what_is_handed_over_is_taken_as_a_handoff() {
        scenario()
                .at("Mon 09:00")
                .opens("S3", "T3")
                .skip()
                .does("ana", handoff())
                .does("bo", new Command.Assign("owner", "bo", "it is offered to me"))
                .does("mia", new Command.AcceptHandoff())
                .does("mia", new Command.DeclineHandoff("I need Bo elsewhere"))
                .does(Actor.SYSTEM, Scenario.KEY, new Command.AcceptHandoff())
                .does("mia", new Command.Assign("owner", "lea", "the database"))
                .does("bo", new Command.AcceptHandoff())
                .journal("""
                        Mon 09:00  handoff      offered to Bo: the disk is on its way; next: call the vendor
                        Mon 09:00  refused      assign   because Ana is owner; accept the handoff that is offered to you
                        Mon 09:00  refused      accept-handoff   because the handoff is offered to Bo, who alone answers it; to decide otherwise, assign the owner
                        Mon 09:00  refused      decline-handoff   because the handoff is offered to Bo, who alone answers it; to decide otherwise, assign the owner
                        Mon 09:00  refused      accept-handoff   because the handoff is offered to Bo, who alone answers it; to decide otherwise, assign the owner
                        Mon 09:00  owner        Lea  (given by Mia)   because the database
                        Mon 09:00  refused      accept-handoff   because no handoff is offered
                        """);
    }

    @Test
    @DisplayName("the backup who becomes the owner is the backup no more; the owner is not made the backup")
    void C09_the_owner_is_not_the_backup() {
        scenario()
                .playbook(playbook -> playbook.role("backup", "next-best"))
                .at("Mon 09:00")
                .opens("S3", "T3")
                .skip()
                .does("mia", new Command.Assign("backup", "ana", "she knows it"))
                .does("mia", new Command.Assign("owner", "bo", "Ana is busy"))
                .journal("""
                        Mon 09:00  refused      assign   because Ana owns it, so somebody else must be the backup
                        Mon 09:00  owner        Bo  (given by Mia)   because Ana is busy
                        Mon 09:00  backup       Ana  (on duty until 17:00 Europe/Prague, 1 open (2 points), handled 1 for this account)   because the backup owns it now
                        """);
    }

    private static Command.HandOff handoff() {
        return new Command.HandOff("bo", "the disk is on its way", "an update by noon", "call the vendor");
    }
}
