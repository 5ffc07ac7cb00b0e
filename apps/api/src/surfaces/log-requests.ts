import { type FastifyReply, type FastifyRequest, LogController } from "fastify";

/**
 * One line a request, once it is answered or its caller has hung up: what, from where, how it ended, how long it took in
 * milliseconds. Fastify would write two, by a logger made for the request, which costs more than the line.
 */
export class RequestLog extends LogController {
  override incomingRequest(): void {}

  override requestCompleted(_error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    request.log.info(
      { reqId: request.id, req: request, res: reply, responseTime: reply.elapsedTime },
      "request completed",
    );
  }
}
