using System.Globalization;
using PersonalizationEngine.Bench.LeadScoring;
using PersonalizationEngine.Core.Hashing;

// How well the engine's own logistic regression tells who of the 9,240 leads of "X Education" converts, by what it may see.
//   dotnet run -c Release --project bench/LeadScoring -- path/to/Leads.csv
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var leads = LeadFile.Read(args[0]);
bool[] converted = [.. leads.Select(lead => lead["Converted"] == "1")];
var folds = leads.Select(lead => (int)(Fnv1a.Hash(lead["Prospect ID"]) % 10)).ToArray();
var byNumber = Enumerable.Range(0, leads.Count).OrderBy(i => int.Parse(leads[i]["Lead Number"], CultureInfo.InvariantCulture)).ToArray();
var cut = leads.Count * 7 / 10;

Console.WriteLine($"{leads.Count:N0} leads, {converted.Count(one => one):N0} converted");
Console.WriteLine("| columns | split | AUC | lift of the top tenth | precision at p ≥ 0.5 | Brier | ECE |");
Console.WriteLine("|---|---|---|---|---|---|---|");
foreach (var set in ColumnSet.All)
{
    var rows = set.Rows(leads);
    Write(set.Name, "30 % by hash", Judgement.Of(rows, converted, Places(fold => fold >= 3), Places(fold => fold < 3)));
    Write(set.Name, "last 30 % by lead number", Judgement.Of(rows, converted, byNumber[..cut], byNumber[cut..]));
    var five = Enumerable.Range(0, 5).Select(part =>
        Judgement.Of(rows, converted, Places(fold => fold % 5 != part), Places(fold => fold % 5 == part))).ToList();
    Write(set.Name, "5 folds, mean", new Judgement(
        five.Average(one => one.Auc), five.Average(one => one.TopTenthLift), five.Average(one => one.Brier),
        five.Average(one => one.CalibrationError), five.Average(one => one.PrecisionAtHalf)));
}

int[] Places(Func<int, bool> takes) => [.. Enumerable.Range(0, folds.Length).Where(i => takes(folds[i]))];

static void Write(string name, string split, Judgement one) => Console.WriteLine(
    $"| {name} | {split} | {one.Auc:0.000} | {one.TopTenthLift:0.00} | {one.PrecisionAtHalf:P1} | {one.Brier:0.000} | {one.CalibrationError:0.000} |");
