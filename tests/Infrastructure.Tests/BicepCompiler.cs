using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace PersonalizationEngine.Infrastructure.Tests;

/// <summary>The real compiler, from its NuGet package; it asks no network for anything these files name.</summary>
internal static class BicepCompiler
{
    private static readonly string Path = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "BicepPath").Value!;

    private static readonly Lazy<string> Executable = new(MakeExecutable);

    /// <summary>Skips the test, saying so, where the package's program cannot run.</summary>
    public static void Require() => Assert.SkipUnless(
        OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64,
        "NOT TESTED: infra/bicep. The Bicep compiler of the tests is a program for Linux on x64.");

    public static (int ExitCode, string Output, string Errors) Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable.Value, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The package has no ICU with it.
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        foreach (var (name, value) in Deployment.Environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.GetAwaiter().GetResult());
    }

    /// <summary>Packages lose the run bit. Where it cannot be given back a copy has it.</summary>
    private static string MakeExecutable()
    {
        if (!OperatingSystem.IsLinux() || File.GetUnixFileMode(Path).HasFlag(UnixFileMode.UserExecute)) return Path;
        var mode = File.GetUnixFileMode(Path) | UnixFileMode.UserExecute;
        try
        {
            File.SetUnixFileMode(Path, mode);
            return Path;
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            var copy = System.IO.Path.Combine(AppContext.BaseDirectory, "bicep");
            File.Copy(Path, copy, overwrite: true);
            File.SetUnixFileMode(copy, mode);
            return copy;
        }
    }
}
