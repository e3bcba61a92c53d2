package org.fundtrail.records;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.metamodel.spi.EmbeddableInstantiator;
import org.hibernate.metamodel.spi.ValueAccess;

/**
 * Makes terms again of what is kept of them. Hibernate does so itself only where it sees all their fields in their own order; where
 * {@code META-INF/orm.xml} leaves one out or says something of one behind the first, it hands them over in the order of their names. A field
 * that the record keeps itself is null, or empty, in terms that were read.
 */
public abstract class KeptTerms implements EmbeddableInstantiator {
    private final Class<? extends Record> type;
    private final Constructor<? extends Record> constructor;
    /** Of each field, where its value is among those that are read; -1 for one that the record keeps itself. */
    private final int[] places;

    private final int count;

    /** @param besides the fields that are transient in {@code META-INF/orm.xml} */
    protected KeptTerms(Class<? extends Record> type, String... besides) {
        this.type = type;
        var fields = type.getRecordComponents();
        var read = Stream.of(fields)
                .map(RecordComponent::getName)
                .filter(field -> !List.of(besides).contains(field))
                .sorted()
                .toList();
        places = Stream.of(fields)
                .mapToInt(field -> read.indexOf(field.getName()))
                .toArray();
        count = read.size();
        try {
            constructor = type.getDeclaredConstructor(
                    Stream.of(fields).map(RecordComponent::getType).toArray(Class[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object instantiate(ValueAccess read) {
        var values = read.getValues();
        if (values.length != count) {
            throw new IllegalStateException("META-INF/orm.xml keeps " + values.length + " fields of "
                    + type.getSimpleName() + ", and " + count + " are read");
        }
        try {
            return constructor.newInstance(IntStream.of(places)
                    .mapToObj(place -> place < 0 ? null : values[place])
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean isInstance(Object object) {
        return type.isInstance(object);
    }

    @Override
    public boolean isSameClass(Object object) {
        return object.getClass() == type;
    }
}
