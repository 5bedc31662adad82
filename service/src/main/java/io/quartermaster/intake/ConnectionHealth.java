package io.quartermaster.intake;

import io.quartermaster.retail.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a connection does.
///
/// @param lastMessage when its last message was read; null if none ever was
/// @param messages how many were read
/// @param failures how many of them ended in quarantine, or pointed at what could not be fetched
/// @param forged how many were refused because of their signature, since this instance started
/// @param holes how many things had not been told and were found by asking
/// @param complete up to when the platform was asked for all that changed; null if it never was
/// @param trouble why it could not be asked last; empty if it could
/// @param lag how long its oldest unread message has waited; zero if none does
public record ConnectionHealth(
        ConnectionId id,
        String platform,
        @Nullable Instant lastMessage,
        long messages,
        long failures,
        long forged,
        long holes,
        @Nullable Instant complete,
        String trouble,
        Duration lag) {}
