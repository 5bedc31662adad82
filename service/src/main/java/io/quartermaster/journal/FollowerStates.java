package io.quartermaster.journal;

import java.util.List;

/// Tells how far each follower has come.
public interface FollowerStates {

    List<FollowerState> all();
}
