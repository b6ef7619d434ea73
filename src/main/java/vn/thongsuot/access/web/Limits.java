package vn.thongsuot.access.web;

import org.springframework.util.unit.DataSize;

/// How many requests and how much data one caller may send. An agency of hundreds of officers behind one address can
/// work; a program that has run wild is stopped.
///
/// @param address requests of one address. Addresses of this machine are not counted: behind a proxy that does not
/// name its clients everyone would share one
/// @param entrance attempts to enter from one address, on top of the locks after wrong passwords
/// @param pages requests of one account to pages
/// @param programs requests of one account to the API
/// @param costly requests of one account to what takes the server long
/// @param atOnce requests of one address that are being answered at the same time
/// @param openBody the largest body sent by somebody who has not entered
/// @param body the largest form or JSON body
/// @param upload the largest body with files
record Limits(
        Rate address,
        Rate entrance,
        Rate pages,
        Rate programs,
        Rate costly,
        int atOnce,
        DataSize openBody,
        DataSize body,
        DataSize upload) {

    /// `burst` at once, and `perSecond` in the long run.
    record Rate(int burst, double perSecond) {}

    static Limits standard() {
        return new Limits(
                new Rate(1_200, 100),
                new Rate(60, 1),
                new Rate(300, 20),
                new Rate(600, 100),
                new Rate(20, 0.5),
                200,
                DataSize.ofKilobytes(16),
                DataSize.ofMegabytes(1),
                DataSize.ofMegabytes(25));
    }
}
