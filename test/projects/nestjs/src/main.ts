import "reflect-metadata";
import { BadRequestException, Body, Controller, Module, Post } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { ModelError } from "./models/src/sdk/models";
import { Order, OrderStatus } from "./models/src/sdk/models/shared";

@Controller("orders")
class OrderController {
  @Post("pay")
  pay(@Body() body: unknown): Order {
    return readOrder(body).with({ status: OrderStatus.Paid });
  }
}

function readOrder(body: unknown): Order {
  try {
    return Order.fromJSON(body);
  } catch (error) {
    if (error instanceof ModelError) throw new BadRequestException(error.issues);
    throw error;
  }
}

@Module({ controllers: [OrderController] })
class AppModule {}

async function start() {
  const app = await NestFactory.create(AppModule, { logger: false });
  await app.listen(0);
  console.log(await app.getUrl());
}

void start();
