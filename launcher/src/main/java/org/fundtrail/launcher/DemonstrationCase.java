package org.fundtrail.launcher;

final class DemonstrationCase {
    DemonstrationCase(String url, String password) {}

    void load() {}
}
