using System.Globalization;
using PersonalizationEngine.DenseSolve;

// No arguments: the table for 1,000 to 10,000 rows. Numbers: the table for these; 20000 takes minutes and 1.7 GB.
// part SOLVER ROWS CORES ROUNDS: one line of it; a process of its own, so that its memory can be told.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    ["part", var solver, var rows, var cores, var rounds] =>
        Part.Run(solver, int.Parse(rows), int.Parse(cores), int.Parse(rounds)),
    [] => Table.Print([1000, 2000, 5000, 10_000]),
    _ => Table.Print([.. args.Select(int.Parse)]),
};
