using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DaiHoi.Web.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AnnulledElections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "annulled_at",
                table: "held_election",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "annulled_by_name",
                table: "held_election",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "annulled_reason",
                table: "held_election",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "annulled_at",
                table: "held_election");

            migrationBuilder.DropColumn(
                name: "annulled_by_name",
                table: "held_election");

            migrationBuilder.DropColumn(
                name: "annulled_reason",
                table: "held_election");
        }
    }
}
