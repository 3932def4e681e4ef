package io.customerroom.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What customers of the demo company said and sent. None of them is anybody, and none has a name. */
final class Voices {

    private static final String ISSUE = "issue";
    private static final String CONTACT = "contact";
    private static final String QUOTE = "quote";

    private Voices() {}

    /** Brought before the second meeting. One customer changes their mind later. */
    static List<Act> early(LocalDate day, String hotline, String repairs) {
        return List.of(
                new Act.Hung(
                        day,
                        repairs,
                        QUOTE,
                        CONTACT,
                        PriorityContact.REPAIR.label(),
                        "Two days off for nobody",
                        "I took two days off for your technician. The first day nobody came; the second day somebody"
                                + " came and had the wrong cable.",
                        "call to the hotline",
                        "print",
                        "the customer, in the same call",
                        Optional.empty()),
                new Act.Hung(
                        day,
                        hotline,
                        QUOTE,
                        CONTACT,
                        PriorityContact.HOTLINE.label(),
                        "Music for forty minutes",
                        "Forty minutes of music, and then the line went dead. I have a shop to run.",
                        "survey after the call",
                        "room",
                        "the customer, in the survey",
                        Optional.empty()));
    }

    /** Brought before the third meeting. */
    static List<Act> late(LocalDate day, String hotline, String repairs) {
        return List.of(
                new Act.Hung(
                        day,
                        repairs,
                        "photograph",
                        ISSUE,
                        Issue.ROUTER_RESTARTS.label(),
                        "The red light",
                        "A router on a wooden shelf. Its light is red, as every evening at eight.",
                        "sent with a complaint",
                        "print",
                        "the customer, by e-mail",
                        Optional.of(Drawn.ROUTER)),
                new Act.Hung(
                        day,
                        repairs,
                        "photograph",
                        CONTACT,
                        PriorityContact.REPAIR.label(),
                        "We missed you",
                        "A card that a technician left at a door: nobody was at home. The address is blackened. The customer"
                                + " had been waiting behind the door.",
                        "brought into the shop at Millbrook",
                        "room",
                        "the customer, in the shop",
                        Optional.of(Drawn.CARD)),
                new Act.Hung(
                        day,
                        hotline,
                        QUOTE,
                        ISSUE,
                        Issue.LONG_WAIT.label(),
                        "A number in the queue",
                        "You tell me that my call matters, every thirty seconds. Tell me my place in the queue instead.",
                        "complaint by letter",
                        "print",
                        "the customer, by letter",
                        Optional.empty()));
    }
}
