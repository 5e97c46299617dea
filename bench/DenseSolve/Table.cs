namespace PersonalizationEngine.DenseSolve;

internal static class Table
{
    public static int Print(int[] sizes)
    {
        if (!OpenBlas.IsThere) Console.WriteLine("No OpenBLAS on this system: nothing to compare with.\n");
        Console.WriteLine(
            "| rows | cores | solver | s | GFLOPS | processor s | GFLOPS a core | peak MB | matrix MB | residual "
            + "| OpenBLAS' s / s | by processor s |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var rows in sizes)
        {
            foreach (var cores in (int[])[1, 2])
            {
                var rounds = rows <= 2000 ? 15 : rows <= 5000 ? 3 : 1;
                var library = OpenBlas.IsThere ? Part.Measure(Solver.OpenBlasName, rows, cores, rounds) : null;
                foreach (var solver in Solver.Names(rows))
                {
                    var part = solver == Solver.OpenBlasName ? library : Part.Measure(solver, rows, cores, rounds);
                    if (part is not null) Print(rows, cores, solver, part, library);
                }
            }
        }

        return 0;
    }

    private static void Print(int rows, int cores, string solver, Part part, Part? library)
    {
        var operations = 1e-9 * rows * rows * rows;
        Console.WriteLine(
            $"| {rows:N0} | {cores} | {solver} | {part.Seconds:F3} | {operations / part.Seconds:F0} "
            + $"| {part.ProcessorSeconds:F3} | {operations / part.ProcessorSeconds:F0} "
            + $"| {part.PeakMegabytes:F0} | {4e-6 * rows * rows:F0} | {part.Residual:E1} "
            + $"| {library?.Seconds / part.Seconds:F2} | {library?.ProcessorSeconds / part.ProcessorSeconds:F2} |");
    }
}
