package org.fundtrail.twin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** "Record a receipt" and "read by id" as one would write them with Spring Boot and JPA, to be measured beside Fundtrail. */
@SpringBootApplication
public class Twin {
    public static void main(String[] arguments) {
        SpringApplication.run(Twin.class, arguments);
    }
}
