package org.fundtrail.gateway.frame;

import java.util.function.Supplier;

/** What is asked of a service when it is first needed, and known from then on in this request. */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> question;
    private T answer;

    private Lazy(Supplier<T> question) {
        this.question = question;
    }

    public static <T> Lazy<T> of(Supplier<T> question) {
        return new Lazy<>(question);
    }

    /** Asks again where there was no answer. */
    @Override
    public T get() {
        if (answer == null) {
            answer = question.get();
        }
        return answer;
    }
}
