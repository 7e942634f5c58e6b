package com.example.people;

import com.example.people.models.components.Person;
import com.example.people.support.ReadException;
import com.example.people.support.Violation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

@SpringBootApplication
public class Application {
    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }

    @RestController
    static class People {
        private final Map<String, Person> all = new ConcurrentHashMap<>();

        @PostMapping("/people")
        Person create(@RequestBody Person person) {
            List<Violation> violations = person.validate();
            if (!violations.isEmpty()) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST, violations.toString());
            }
            all.put(person.id(), person);
            return person;
        }

        @GetMapping("/people/{id}")
        Person find(@PathVariable("id") String id) {
            return all.get(id);
        }
    }

    /** Responds 400 with all errors of a document. */
    @RestControllerAdvice
    static class Errors {
        @ExceptionHandler
        ProblemDetail handle(HttpMessageNotReadableException e) {
            ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
            if (e.getCause() instanceof ReadException wrong) {
                List<Violation> violations = wrong.violations();
                problem.setProperty("violations", violations);
            }
            return problem;
        }
    }
}
