package com.example.app;

import com.example.api.models.components.Order;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads and writes a model. */
public final class App {
    private App() {}

    public static void main(String[] arguments) throws Exception {
        String json = "{\"order_id\":1,\"created_at\":\"2025-03-01T10:00:00Z\",\"due\":null,\"total\":7.250,\"state\":\"sent\"}";
        ObjectMapper mapper = new ObjectMapper();
        Order order = mapper.readValue(json, Order.class);
        System.out.println(order.total() + " " + order.validate());
        System.out.println(mapper.writeValueAsString(order).equals(json));
    }
}
