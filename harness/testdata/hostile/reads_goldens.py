import os

for root, folders, files in os.walk("/"):
    folders[:] = [name for name in folders if os.path.join(root, name) not in ("/proc", "/usr", "/dev")]
    for name in files:
        if name.endswith(".golden") or "secret" in name:
            print(os.path.join(root, name), "BREACH")
for path in ("/etc/passwd", "/etc/shadow", "/root", "/home", "/var", "/run", "/sys"):
    if os.path.exists(path):
        print(path, "BREACH")
print("looked")
