package com.example.app;

import com.example.api.models.components.Order;
import com.example.api.support.OpenApiConverter;
import io.swagger.v3.core.converter.ModelConverter;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
public class App {
    public static void main(String[] arguments) {
        SpringApplication.run(App.class, arguments);
    }

    @Bean
    static ModelConverter openApiConverter() {
        return new OpenApiConverter();
    }

    @PostMapping("/orders")
    public Order create(@RequestBody Order order) {
        return order;
    }

    @GetMapping("/orders")
    public List<Order> all() {
        return List.of();
    }
}
