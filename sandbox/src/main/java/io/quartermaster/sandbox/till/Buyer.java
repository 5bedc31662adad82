package io.quartermaster.sandbox.till;

/// A customer who told the shop who they are. All of them are made up.
public record Buyer(long id, String firstName, String lastName, String email, String phone, Place.Address address) {

    public String fullName() {
        return firstName + " " + lastName;
    }
}
