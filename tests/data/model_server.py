"""A model's server in a process of its own; the name of the model says how it behaves.

Run with the file in which every request is taken down; it prints its port.
"""

import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

MODELS = ("honest", "inventor", "slow")
LONG_S = 60
REPLIES = {
    "honest": (
        "VERDICT: covered\nQUOTE: lowers the variance\nCOMMENT: You name the effect. "
        'You wrote "lowers the variance" and could say why.'
    ),
    "inventor": (
        "VERDICT: covered\nQUOTE: boosting removes all of the bias\n"
        'COMMENT: Where you say "boosting removes all of the bias" you are right.'
    ),
    "thinker": "<think>The person is nervous.</think>Say more of the trees.",
    "shy": "",
    "talker": "COMMENT: And so on." + " And so on." * 400,
}
FAULTS = {
    "fault-400": (400, '{"error": {"message": "temperature is out of range"}}'),
    "fault-401": (401, '{"error": {"message": "wrong key $KEY"}}'),
    "fault-404": (404, '{"error": "model not found"}'),
    "fault-429": (429, "slow down"),
    "fault-500": (500, '{"error": {"message": "out of memory with $KEY"}}'),
}


class Handler(BaseHTTPRequestHandler):
    """Answers as servers do, or as they should not."""

    protocol_version = "HTTP/1.1"
    taken_down: Path

    def do_GET(self) -> None:
        self._take_down("")
        if self.path.startswith("/html"):
            self._send(200, "<html>A router</html>", "text/html")
        elif self.path.startswith("/moved"):
            self._send(307, "", Location=f"http://{self.headers['Host']}/v1/models")
        elif self.path.startswith("/silent"):
            time.sleep(LONG_S)
        elif self.path == "/v1/models":
            self._send(200, json.dumps({"data": [{"id": name} for name in MODELS]}))
        else:
            self._send(404, "")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self._take_down(body.decode())
        model = json.loads(body)["model"]
        if model in FAULTS:
            status, text = FAULTS[model]
            key = self.headers.get("Authorization", "").removeprefix("Bearer ")
            self._send(status, text.replace("$KEY", key))
        elif model == "moved":
            self._send(307, "", Location=f"http://{self.headers['Host']}/v1/elsewhere")
        elif model == "html":
            self._send(200, "<html>A router</html>", "text/html")
        elif model == "in-one-piece":
            message = {"message": {"content": REPLIES["honest"]}, "finish_reason": "stop"}
            self._send(200, json.dumps({"choices": [message]}))
        elif model == "silent":
            time.sleep(LONG_S)
        else:
            self._stream(model)

    def log_message(self, *_arguments: object) -> None:
        """Nothing on the screen of the tests."""

    def _stream(self, model: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self._chunk(": the model is loading\n\n")
        text = REPLIES.get(model, REPLIES["honest"])
        pieces = [text[start : start + 7] for start in range(0, len(text), 7)]
        for number, piece in enumerate(pieces):
            if number == len(pieces) - 3:
                self._misbehave(model)
            self._event({"choices": [{"delta": {"content": piece}, "finish_reason": None}]})
        self._event({"choices": [{"delta": {}, "finish_reason": "stop"}]})
        self._chunk("data: [DONE]\n\n")
        self._chunk("")

    def _misbehave(self, model: str) -> None:
        if model == "slow":
            time.sleep(LONG_S)
        elif model == "killed":
            os._exit(9)
        elif model == "broken-json":
            self._chunk("data: {nothing\n\n")
        elif model == "out-of-words":
            self._event({"error": {"message": "the context is full"}})

    def _event(self, event: object) -> None:
        self._chunk(f"data: {json.dumps(event)}\n\n")

    def _chunk(self, text: str) -> None:
        data = text.encode()
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))

    def _send(
        self, status: int, text: str, kind: str = "application/json", **headers: str
    ) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(text.encode())))
        self.end_headers()
        self.wfile.write(text.encode())

    def _take_down(self, body: str) -> None:
        request = {"path": self.path, "headers": dict(self.headers), "body": body}
        with self.taken_down.open("a", encoding="utf-8") as file:
            file.write(json.dumps(request) + "\n")


def main() -> None:
    """Serve until killed."""
    Handler.taken_down = Path(sys.argv[1])
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    print(server.server_address[1], flush=True)  # noqa: T201 - how the test learns the port
    server.serve_forever()


if __name__ == "__main__":
    main()
