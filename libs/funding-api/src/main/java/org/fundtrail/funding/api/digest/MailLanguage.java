package org.fundtrail.funding.api.digest;

/** In which languages mails are written. */
public enum MailLanguage {
    EN,
    LT
}
