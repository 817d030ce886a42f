# How does Jupyter itself drive our kernel? Its own client takes the steps it reads, and tells what came of each.
import json
import sys
import time

from jupyter_client import KernelManager

PATIENCE = 60  # s, for one answer

manager = KernelManager(kernel_name="servemath")
manager.shutdown_wait_time = 1  # s, before a kernel that does not answer is killed
manager.start_kernel(cwd=sys.argv[1])
client = manager.client()
client.start_channels()


def execute(code, interrupt_after=None):
    """One cell as the notebook page runs it; the outputs in the order they came. It may be interrupted at one of them."""
    outputs = []

    def hear(message):
        content = message["content"]
        if message["msg_type"] == "stream":
            outputs.append([content["name"], content["text"]])
        elif message["msg_type"] == "display_data":
            outputs.append(["display", content["data"]["text/plain"]])
        if outputs and outputs[-1][1] == interrupt_after:
            manager.interrupt_kernel()

    reply = client.execute_interactive(code, output_hook=hear, timeout=PATIENCE)
    if reply["content"]["status"] == "error":
        time.sleep(0.3)  # s: after an error tslab refuses whatever comes within 200 ms, for the sake of Run All
    return {"status": reply["content"]["status"], "outputs": outputs}


def complete(code, after=""):
    return client.complete(code + after, len(code), reply=True, timeout=PATIENCE)["content"]["matches"]


def inspect(code):
    return client.inspect(code, len(code), reply=True, timeout=PATIENCE)["content"]["data"].get("text/plain", "")


def begin(code):
    """Runs a cell until it first prints something."""
    client.execute(code)
    while client.get_iopub_msg(timeout=PATIENCE)["msg_type"] != "stream":
        pass


def interrupt():
    """Whether the kernel answers again within a second."""
    manager.interrupt_kernel()
    client.kernel_info()
    try:
        client.get_shell_msg(timeout=1)
        return True
    except Exception:
        return False


def restart():
    manager.restart_kernel()
    client.wait_for_ready(timeout=PATIENCE)


steps = {step.__name__: step for step in [execute, complete, inspect, begin, interrupt, restart]}
try:
    client.wait_for_ready(timeout=PATIENCE)
    print(json.dumps([steps[name](*rest) for name, *rest in json.load(sys.stdin)]))
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
