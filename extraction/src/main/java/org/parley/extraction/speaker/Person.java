package org.parley.extraction.speaker;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parley.extraction.names.Gender;

/** Somebody an article names: every form of the name, and the roles it gives. */
final class Person {

    private String name;
    private final Set<String> forms = new LinkedHashSet<>();
    private final List<Role> roles = new ArrayList<>();
    private Gender gender = Gender.UNKNOWN;

    Person(String name) {
        this.name = name;
        forms.add(name);
    }

    /** The fullest form met so far. */
    String name() {
        return name;
    }

    String[] words() {
        return name.split(" ");
    }

    void add(String form) {
        forms.add(form);
        if (form.split(" ").length > words().length) {
            name = form;
        }
    }

    /** All forms, the fullest first, then as they appear. */
    List<String> aliases() {
        List<String> all = new ArrayList<>(forms);
        all.remove(name);
        all.add(0, name);
        return all;
    }

    List<Role> roles() {
        return roles;
    }

    void add(Role role) {
        roles.add(role);
    }

    /** An office just taken up: before those held until then. */
    void addNow(Role role) {
        roles.add(0, role);
    }

    Gender gender() {
        return gender;
    }

    /** The first that tells stays. */
    void tell(Gender told) {
        if (gender == Gender.UNKNOWN) {
            gender = told;
        }
    }

    boolean mayBe(Gender asked) {
        return asked == Gender.UNKNOWN || gender == Gender.UNKNOWN || gender == asked;
    }
}
