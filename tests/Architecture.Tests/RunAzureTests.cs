using System.Diagnostics;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary><c>./run azure</c> with stand-ins for the programs it starts.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class RunAzureTests : IDisposable
{
    /// <summary>What the script calls besides them.</summary>
    private static readonly string[] Tools = ["bash", "env", "dirname", "mkdir", "cp", "sleep", "cat"];

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string Bin => Path.Combine(_folder, "bin");

    private string Journal => Path.Combine(_folder, "journal");

    public RunAzureTests()
    {
        Directory.CreateDirectory(Bin);
        File.WriteAllText(Journal, "");
        foreach (var tool in Tools)
        {
            var path = ((string[])["/usr/bin", "/bin"]).Select(folder => Path.Combine(folder, tool)).First(File.Exists);
            File.CreateSymbolicLink(Path.Combine(Bin, tool), path);
        }

        // The script works beside its own place; what it copies and builds goes there.
        foreach (var file in (string[])["run", "local.settings.sample.json"]) File.Copy(Path.Combine(House.Root, file), Path.Combine(_folder, file));
    }

    [Theory]
    [InlineData("func", "func (Azure Functions Core Tools 4")]
    [InlineData("npx", "npx (Node.js")]
    public async Task RunAzure_ProgramIsMissing_SaysSoBeforeBuilding(string missing, string words)
    {
        foreach (var program in ((string[])["func", "npx", "dotnet"]).Where(program => program != missing)) Stand(program, "");
        using var run = Start();
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(words, await run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(await File.ReadAllTextAsync(Journal, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task RunAzure_Terminated_EndsTheHostAndThenItsStorage()
    {
        Stand("dotnet", "mkdir -p artifacts/functions");
        foreach (var program in (string[])["func", "npx"])
            Stand(program, $"trap 'echo {program} ended >> {Journal}; exit 0' TERM; for ((i = 0; i < 600; i++)); do sleep 0.1; done");
        using var run = Start();
        await UntilAsync("func start --no-build --port 7072");
        await UntilAsync("npx --yes azurite");
        using (var kill = Process.Start("sh", ["-c", $"kill -TERM {run.Id}"])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);

        var lines = await File.ReadAllLinesAsync(Journal, TestContext.Current.CancellationToken);
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("dotnet publish src/Functions -p:FunctionsHost=azure", lines[0], StringComparison.Ordinal);
        Assert.Equal(["func ended", "npx ended"], lines[^2..]);
        Assert.True(File.Exists(Path.Combine(_folder, "artifacts", "functions", "local.settings.json")));
    }

    [Fact]
    public async Task RunAzure_HostEndsByItself_HasItsExitCodeAndEndsTheStorage()
    {
        Stand("dotnet", "mkdir -p artifacts/functions");
        Stand("func", "exit 3");
        Stand("npx", $"trap 'echo npx ended >> {Journal}; exit 0' TERM; for ((i = 0; i < 600; i++)); do sleep 0.1; done");
        using var run = Start();
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(3, run.ExitCode);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Stand(string program, string body)
    {
        var path = Path.Combine(Bin, program);
        File.WriteAllText(path, $"#!{Path.Combine(Bin, "bash")}\necho {program} \"$@\" >> {Journal}\n{body}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(Path.Combine(Bin, "bash"), [Path.Combine(_folder, "run"), "azure", "--port", "7072"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["PATH"] = Bin;
        start.Environment["DATA_DIR"] = Path.Combine(_folder, "data");
        return Process.Start(start)!;
    }

    private async Task UntilAsync(string words)
    {
        for (var i = 0; i < 500; i++)
        {
            if ((await File.ReadAllTextAsync(Journal, TestContext.Current.CancellationToken)).Contains(words, StringComparison.Ordinal)) return;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"'{words}' was not run: {await File.ReadAllTextAsync(Journal, TestContext.Current.CancellationToken)}");
    }
}
