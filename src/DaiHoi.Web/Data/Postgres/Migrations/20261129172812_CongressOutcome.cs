using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace DaiHoi.Web.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class CongressOutcome : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "elected_ratification",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    result_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    refused_because = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    paper = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    decided_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_elected_ratification", x => x.id);
                    table.ForeignKey(
                        name: "fk_elected_ratification_signed_result_result_id",
                        column: x => x.result_id,
                        principalTable: "signed_result",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kept_ballots",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    election_id = table.Column<long>(type: "bigint", nullable: false),
                    sealed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    handed_to = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kept_until = table.Column<DateOnly>(type: "date", nullable: true),
                    entered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    entered_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    destroyed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    destroyed_under = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    destroyed_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_ballots", x => x.id);
                    table.CheckConstraint("ck_kept_ballots_destroyed_later", "destroyed_on is null or destroyed_on >= sealed_on");
                    table.ForeignKey(
                        name: "fk_kept_ballots_held_election_election_id",
                        column: x => x.election_id,
                        principalTable: "held_election",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "result_release",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    result_id = table.Column<long>(type: "bigint", nullable: false),
                    released_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    released_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_result_release", x => x.id);
                    table.ForeignKey(
                        name: "fk_result_release_signed_result_result_id",
                        column: x => x.result_id,
                        principalTable: "signed_result",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ux_elected_ratification_result_number",
                table: "elected_ratification",
                columns: new[] { "result_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_kept_ballots_election",
                table: "kept_ballots",
                column: "election_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_result_release_result",
                table: "result_release",
                column: "result_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "elected_ratification");

            migrationBuilder.DropTable(
                name: "kept_ballots");

            migrationBuilder.DropTable(
                name: "result_release");
        }
    }
}
