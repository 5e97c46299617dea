using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using PersonalizationEngine.Bench;
using PersonalizationEngine.Bench.ManyRules;

if (args is ["percentiles"])
{
    AnswerPercentiles.Print(Console.Out);
    return;
}

if (args is ["templates"])
{
    TemplateFigures.Print(Console.Out);
    return;
}

if (args is ["rules"])
{
    RuleFigures.Print(Console.Out);
    return;
}

if (args is ["assignments"])
{
    await AssignmentThroughput.PrintAsync(Console.Out);
    return;
}

// In process: the tool's own generated project would not inherit this repository's build rules.
var config = DefaultConfig.Instance
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .AddExporter(MarkdownExporter.GitHub);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
